import { hostOfOrigin, type PageFiles, planSites, type SitesFacts } from '../core/added-sites.ts';

/** How the job reaches the browser; the background passes the real thing. */
export interface SitesDeps {
  /** Everything there is to know, read anew. */
  facts(): Promise<SitesFacts>;
  register(hosts: readonly string[], files: PageFiles): Promise<void>;
  unregister(hosts: readonly string[]): Promise<void>;
  inject(host: string, files: PageFiles): Promise<void>;
  giveUp(host: string): Promise<void>;
}

/**
 * Makes the job that keeps what is registered equal to the sites the reader has added and the browser gives access to. It may
 * be called at any time and any number of times; runs follow one another. A failed step is tried again by the next call.
 */
export function createSites(deps: SitesDeps): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => run(deps)).catch(() => undefined);
    return last;
  };
}

async function run(deps: SitesDeps): Promise<void> {
  const facts = await deps.facts();
  const { register, unregister, fresh, giveUp } = planSites(facts);
  if (unregister.length > 0) await deps.unregister(unregister);
  if (register.length > 0) await deps.register(register, facts.files);
  const work = [...fresh.map((host) => deps.inject(host, facts.files)), ...giveUp.map(deps.giveUp)];
  // A page that went away meanwhile is no reason to leave out the others.
  await Promise.allSettled(work);
}

/** Hosts that an access just given is for, one by one; those that are listed anyway are no news. */
export const hostsToAdd = (origins: readonly string[], isListed: (host: string) => boolean): string[] =>
  origins.flatMap((origin) => hostOfOrigin(origin) ?? []).filter((host) => !isListed(host));
