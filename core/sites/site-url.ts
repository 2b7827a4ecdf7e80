import { HOST } from '../settings/settings.ts';

/**
 * Why the panel cannot run at a URL. insecure: not https. no-name: an IP address or a name in the local network only.
 * guarded: browsers block extensions on these pages. not-a-site: a browser page, a file, or no URL at all.
 */
export type SiteUrlProblem = 'insecure' | 'no-name' | 'guarded' | 'not-a-site';

export type SiteUrl =
  | { readonly ok: true; readonly host: string; readonly path: string }
  | { readonly ok: false; readonly problem: SiteUrlProblem };

const ADDRESS = /^(https?):\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)/;
const LOCAL = /^[^.]*$|\.(local(host)?|internal|lan|test|home\.arpa)$/;
const GUARDED = ['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'];

const rejected = (problem: SiteUrlProblem): SiteUrl => ({ ok: false, problem });

/**
 * Extracts the host and path of a URL, or returns why it cannot be a site.
 * @param href absolute URL as normalized by browsers: lower-case host, percent-encoded
 */
export function parseSiteUrl(href: string): SiteUrl {
  const [, scheme, host = '', path = ''] = ADDRESS.exec(href) ?? [];
  if (!scheme) return rejected('not-a-site');
  if (host.startsWith('[') || /^[\d.]+$/.test(host) || LOCAL.test(host)) return rejected('no-name');
  if (!HOST.test(host)) return rejected('not-a-site');
  if (GUARDED.includes(host)) return rejected('guarded');
  return scheme === 'https' ? { ok: true, host, path: path || '/' } : rejected('insecure');
}
