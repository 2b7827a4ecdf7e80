import { type PageFiles, planRegistration, type RegistrationFacts } from '../core/sites/registration-plan.ts';

/** How the job reaches the browser; the background passes the real thing. */
export interface ScriptSyncDeps {
  /** Everything there is to know, read anew. */
  facts(): Promise<RegistrationFacts>;
  register(hosts: readonly string[], files: PageFiles): Promise<void>;
  unregister(hosts: readonly string[]): Promise<void>;
  inject(host: string, files: PageFiles): Promise<void>;
  giveUp(hosts: readonly string[]): Promise<void>;
}

/**
 * Makes the job that keeps what is registered equal to the sites the reader has added and the browser gives access to. It may
 * be called at any time and any number of times; runs follow one another. A failed step is tried again by the next call.
 */
export function createScriptSync(deps: ScriptSyncDeps): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => syncOnce(deps)).catch(() => undefined);
    return last;
  };
}

async function syncOnce(deps: ScriptSyncDeps): Promise<void> {
  const facts = await deps.facts();
  const { register, unregister, fresh, giveUp } = planRegistration(facts);
  if (unregister.length > 0) await deps.unregister(unregister);
  if (register.length > 0) await deps.register(register, facts.files);
  // A page that went away meanwhile is no reason to leave out the others.
  await Promise.allSettled(fresh.map((host) => deps.inject(host, facts.files)));
  if (giveUp.length > 0) await deps.giveUp(giveUp);
}
