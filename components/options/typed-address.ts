// A colon before a digit is that of a port.
const SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d)/i;

/** Normalizes a typed or pasted URL as browsers do: lower case, percent-encoded, https by default; empty if it is invalid. */
export function hrefOf(text: string): string {
  const typed = text.trim();
  const href = SCHEME.test(typed) ? typed : `https://${typed}`;
  return URL.canParse(href) ? new URL(href).href : '';
}

/** Parses a typed site rule: a host, an optional path, and an optional leading `*.`; empty if it is invalid. */
export function ruleOf(text: string): string {
  const [, star = '', rest = ''] = /^\s*(?:[a-z]+:\/\/)?(\*\.)?(.*)$/i.exec(text) ?? [];
  const href = hrefOf(rest);
  if (!href) return '';
  const { hostname, pathname } = new URL(href);
  return star + hostname + (pathname === '/' ? '' : pathname);
}
