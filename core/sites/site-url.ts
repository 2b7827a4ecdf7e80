import { HOST } from '../settings/settings.ts';

/**
 * Why no panel can stand at an address. insecure: not https. no-name: a bare number (IP) or a name of this network only.
 * guarded: browsers let no extension onto these pages. not-a-site: the browser's own page, a file, or no address at all.
 */
export type SiteUrlProblem = 'insecure' | 'no-name' | 'guarded' | 'not-a-site';

export type SiteUrl =
  | { readonly ok: true; readonly host: string; readonly path: string }
  | { readonly ok: false; readonly problem: SiteUrlProblem };

const ADDRESS = /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)/;
const LOCAL = /^[^.]*$|\.(local(host)?|internal|lan|test|home\.arpa)$/;
const GUARDED = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

const wrong = (problem: SiteUrlProblem): SiteUrl => ({ ok: false, problem });

/**
 * Takes a site's host out of an address, or says why it cannot be one of ours.
 * @param href absolute, as a browser writes it: lower-case host, percent-encoded
 */
export function parseSiteUrl(href: string): SiteUrl {
  const [, scheme, host = '', path = ''] = ADDRESS.exec(href) ?? [];
  if (!scheme) return wrong('not-a-site');
  if (host.startsWith('[') || /^[\d.]+$/.test(host) || LOCAL.test(host)) return wrong('no-name');
  if (!HOST.test(host)) return wrong('not-a-site');
  if (GUARDED.includes(host)) return wrong('guarded');
  return scheme === 'https' ? { ok: true, host, path: path || '/' } : wrong('insecure');
}
