import { HOST } from '../settings/settings.ts';

// Sites beyond the listed ones: what has to be asked for, registered and given up for them. A site is one exact host; nothing
// wider is ever asked for.

/** The one host permission that a site needs. */
export const originOf = (host: string): string => `https://${host}/*`;

/** Does one of these match patterns cover an https host? */
export const covers = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const name = /^(?:https|\*):\/\/([^/]+)\/\*$/.exec(pattern)?.[1];
    if (name === undefined || !name.startsWith('*')) return name === host;
    return name === '*' || host === name.slice(2) || host.endsWith(name.slice(1));
  });

const PREFIX = 'site-';

/** The id under which a site's script is registered. */
export const scriptIdOf = (host: string): string => PREFIX + host;

/** The host a registered script is for; null when it is no site's. */
export const hostOfScriptId = (id: string): string | null =>
  id.startsWith(PREFIX) && HOST.test(id.slice(PREFIX.length)) ? id.slice(PREFIX.length) : null;

/** The files that go onto a page. */
export interface PageFiles {
  readonly js: readonly string[];
  readonly css: readonly string[];
}

export interface RegistrationFacts {
  /** Hosts the reader has added. */
  readonly added: readonly string[];
  /** Match patterns of the permissions that are held now. */
  readonly held: readonly string[];
  /** Match patterns of the sites in the manifest: the browser serves them by itself. */
  readonly listed: readonly string[];
  /** Match patterns of what is needed for other ends: sources, mirrors, an own feed. */
  readonly needed: readonly string[];
  /** What is registered, by host. */
  readonly registered: ReadonlyMap<string, PageFiles>;
  /** What ought to be registered. */
  readonly files: PageFiles;
}

/** What to do so that exactly the added sites to which the browser gives access are registered, each with today's files. */
export interface RegistrationPlan {
  readonly unregister: readonly string[];
  readonly register: readonly string[];
  /** Among the registered ones, those that were not there at all: pages that are open there have no panel yet. */
  readonly fresh: readonly string[];
  /** No longer wanted by the reader, nor needed for anything else: the permission goes back as well. */
  readonly giveUp: readonly string[];
}

const scriptFileKey = ({ js, css }: PageFiles): string => [...js, '', ...css].join('\n');

export function planRegistration({
  added,
  held,
  listed,
  needed,
  registered,
  files,
}: RegistrationFacts): RegistrationPlan {
  const wanted = [...new Set(added)].filter((host) => !covers(listed, host) && covers(held, host));
  const isCurrent = (host: string): boolean => {
    const before = registered.get(host);
    return before !== undefined && scriptFileKey(before) === scriptFileKey(files);
  };
  const register = wanted.filter((host) => !isCurrent(host));
  const unregister = [...registered.keys()].filter((host) => !wanted.includes(host) || !isCurrent(host));
  return {
    register,
    unregister,
    fresh: register.filter((host) => !registered.has(host)),
    giveUp: unregister.filter((host) => !added.includes(host) && !covers(needed, host)),
  };
}
