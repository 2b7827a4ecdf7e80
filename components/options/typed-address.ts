// A colon before a digit is a port's.
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/** What a reader typed or pasted as a browser would write it: lower case, percent-encoded, https unless it says otherwise; empty when it is no address. */
export function hrefOf(text: string): string {
  const typed = text.trim();
  const href = SCHEME.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(href) ? new URL(href).href : '';
}

/** The site rule that was typed: a host, a path if there is one, `*.` if it was there; empty when it is no address. */
export function ruleOf(text: string): string {
  const [, star = '', rest = ''] = /^\s*(?:[a-z]+:\/\/)?(\*\.)?(.*)$/i.exec(text) ?? [];
  const href = hrefOf(rest);
  if (!href) return '';
  const { hostname, pathname } = new URL(href);
  return star + hostname + (pathname === '/' ? '' : pathname);
}
