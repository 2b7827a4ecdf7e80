import { HOST } from '../settings/settings.ts';

// Sites beyond the bundled ones: permissions to request, scripts to register, and what to release. A site is one exact
// host; no wider permission is ever requested.

/** Returns the single host permission that a site needs. */
export const originOf = (host: string): string => `https://${host}/*`;

/** Whether one of the match patterns covers an https host. */
export const covers = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const name = /^(?:https|\*):\/\/([^/]+)\/\*$/.exec(pattern)?.[1];
    if (name === undefined || !name.startsWith('*')) return name === host;
    return name === '*' || host === name.slice(2) || host.endsWith(name.slice(1));
  });

const PREFIX = 'site-';

/** Returns the script id for a site. */
export const scriptIdOf = (host: string): string => PREFIX + host;

/** Returns the host of a script id; null for other ids. */
export const hostOfScriptId = (id: string): string | null =>
  id.startsWith(PREFIX) && HOST.test(id.slice(PREFIX.length)) ? id.slice(PREFIX.length) : null;

/** The files injected into a page. */
export interface PageFiles {
  readonly js: readonly string[];
  readonly css: readonly string[];
}

export interface RegistrationFacts {
  /** Hosts that the user added. */
  readonly added: readonly string[];
  /** Match patterns of the granted permissions. */
  readonly held: readonly string[];
  /** Match patterns of the sites in the manifest, which the browser handles itself. */
  readonly listed: readonly string[];
  /** Match patterns needed for other purposes: sources, mirrors, the user's feed. */
  readonly needed: readonly string[];
  /** Currently registered files, by host. */
  readonly registered: ReadonlyMap<string, PageFiles>;
  /** The files to register. */
  readonly files: PageFiles;
}

/** The changes after which exactly the added and permitted sites are registered, with the current files. */
export interface RegistrationPlan {
  readonly unregister: readonly string[];
  readonly register: readonly string[];
  /** Newly registered hosts: their open pages have no panel yet. */
  readonly fresh: readonly string[];
  /** Hosts that the user removed and nothing else needs: their permissions are released. */
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
