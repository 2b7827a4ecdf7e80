import { BASE_ADDRESS, FEED_ADDRESS, type Settings } from '../settings/settings.ts';
import { hostOf } from '../sources/source-info.ts';
import { originOf } from './registration-plan.ts';

/** Why a typed URL cannot be used. */
export type CustomUrlProblem = 'not-https' | 'not-address';

const FORMS = { base: BASE_ADDRESS, feed: FEED_ADDRESS } as const;

/**
 * Parses a URL as typed by the user: ignores surrounding whitespace, upper case in the host and, for a base URL,
 * trailing slashes. Empty text means no URL.
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

/**
 * Returns the permission needed for a URL. Without the port, because one of the two browsers does not support it there.
 */
export const patternOf = (address: string): string => originOf(hostOf(address).replace(/:\d+$/, ''));

/** Mirrors and the user's feed. */
export const customUrls = ({ mirrors, feedUrl }: Pick<Settings, 'mirrors' | 'feedUrl'>): string[] =>
  [...Object.values(mirrors), feedUrl].filter(Boolean);

/**
 * Returns the permissions that the old settings needed for custom URLs and the new settings do not need at all.
 * @param granted match patterns from the manifest: one of the two browsers would remove those too
 */
export function unusedPermissions(before: Settings, after: Settings, granted: readonly string[]): string[] {
  const sites = after.addedSites.map(originOf);
  const needed = new Set([...customUrls(after).map(patternOf), ...sites, ...granted]);
  return [...new Set(customUrls(before).map(patternOf))].filter((pattern) => !needed.has(pattern));
}
