import type { PageSettings } from '../settings/page-settings.ts';

/** Does a rule (`coindesk.com`, `*.coindesk.com`, `coindesk.com/markets/`) speak of this address? */
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
 * May anything of ours stand at this address, by the reader's rules? A page that is hidden by hand (`site:<host>`) is another
 * matter: that can be undone on the spot.
 * @param path with its leading slash, without query
 */
export function isAllowedAt(
  { panel, siteMode, denied, allowed }: Pick<PageSettings, 'panel' | 'siteMode' | 'denied' | 'allowed'>,
  host: string,
  path: string,
): boolean {
  const said = (rules: readonly string[]): boolean => rules.some((rule) => ruleMatches(rule, host, path));
  return panel && !said(denied) && (siteMode !== 'allow-only' || said(allowed));
}
