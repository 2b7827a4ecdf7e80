import { BASE_ADDRESS, FEED_ADDRESS, type Settings } from '../settings/settings.ts';
import { hostOf } from '../sources/source-info.ts';
import { originOf } from './registration-plan.ts';

/** Why an address as typed cannot be used. */
export type CustomUrlProblem = 'not-https' | 'not-address';

const FORMS = { base: BASE_ADDRESS, feed: FEED_ADDRESS } as const;

/**
 * Reads an address as a reader typed it: blanks around it, capitals in the host and, for a base, slashes at the end do not
 * matter. An empty text is the wish for none.
 */
export function parseCustomUrl(
  text: string,
  form: keyof typeof FORMS,
): { readonly address: string } | { readonly fault: CustomUrlProblem } {
  const trimmed = text.trim();
  if (trimmed === '') return { address: '' };
  const lower = trimmed.replace(/^[^/]*:\/\/[^/]*/, (start) => start.toLowerCase());
  if (!lower.startsWith('https://')) return { fault: 'not-https' };
  const address = form === 'base' ? lower.replace(/\/+$/, '') : lower;
  return FORMS[form].test(address) ? { address } : { fault: 'not-address' };
}

/** What the browser has to allow for an address. Without a port: one browser of the two knows none there. */
export const patternOf = (address: string): string => originOf(hostOf(address).replace(/:\d+$/, ''));

/** Mirrors and the own feed. */
export const customUrls = ({ mirrors, feedUrl }: Pick<Settings, 'mirrors' | 'feedUrl'>): string[] =>
  [...Object.values(mirrors), feedUrl].filter(Boolean);

/**
 * Permissions that the old settings needed for mirrors and an own feed, and the new ones need for nothing.
 * @param granted match patterns that came with the extension: one of the two browsers would take those away too
 */
export function unusedPermissions(before: Settings, after: Settings, granted: readonly string[]): string[] {
  const sites = after.addedSites.map(originOf);
  const needed = new Set([...customUrls(after).map(patternOf), ...sites, ...granted]);
  return [...new Set(customUrls(before).map(patternOf))].filter((pattern) => !needed.has(pattern));
}
