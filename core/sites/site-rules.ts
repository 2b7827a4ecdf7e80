import type { PageSettings } from '../settings/page-settings.ts';

/** Whether a rule (`coindesk.com`, `*.coindesk.com`, `coindesk.com/markets/`) matches a URL. */
export function ruleMatches(rule: string, host: string, path: string): boolean {
  const slash = rule.indexOf('/');
  const name = slash < 0 ? rule : rule.slice(0, slash);
  const bare = name.replace(/^\*\./, '');
  const isHost =
    host === bare ||
    (name !== bare ? host.endsWith(`.${bare}`) : host === `www.${bare}` || host === `m.${bare}`);
  return isHost && (slash < 0 || path.startsWith(rule.slice(slash)));
}

/**
 * Whether the user's rules allow Tickside at this URL. Hiding the panel on a site (`site:<host>`) is separate, because
 * it can be undone on the page.
 * @param path with a leading slash, without the query
 */
export function isAllowedAt(
  { panel, siteMode, denied, allowed }: Pick<PageSettings, 'panel' | 'siteMode' | 'denied' | 'allowed'>,
  host: string,
  path: string,
): boolean {
  const matchesAny = (rules: readonly string[]): boolean =>
    rules.some((rule) => ruleMatches(rule, host, path));
  return panel && !matchesAny(denied) && (siteMode !== 'allow-only' || matchesAny(allowed));
}
