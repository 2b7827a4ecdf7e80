import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { isAllowedAt, ruleMatches } from './site-rules.ts';

test.each([
  ['coindesk.com', 'coindesk.com', '/', true],
  ['coindesk.com', 'www.coindesk.com', '/markets', true],
  ['coindesk.com', 'm.coindesk.com', '/', true],
  ['coindesk.com', 'data.coindesk.com', '/', false],
  ['coindesk.com', 'notcoindesk.com', '/', false],
  ['*.coindesk.com', 'data.coindesk.com', '/', true],
  ['*.coindesk.com', 'coindesk.com', '/', true],
  ['*.coindesk.com', 'evilcoindesk.com', '/', false],
  ['coindesk.com/markets/', 'www.coindesk.com', '/markets/2026/x', true],
  ['coindesk.com/markets/', 'www.coindesk.com', '/tech/', false],
])('%s at %s%s: %s', (rule, host, path, is) => {
  expect(ruleMatches(rule, host, path)).toBe(is);
});

describe('the user’s site rules', () => {
  const at = (over: object, host = 'www.coindesk.com', path = '/markets/x') =>
    isAllowedAt({ ...DEFAULT_SETTINGS, ...over }, host, path);
  test('allow all sites by default', () => expect(at({})).toBe(true));
  test('paused blocks all sites', () => expect(at({ panel: false, allowed: ['coindesk.com'] })).toBe(false));
  test('denied takes precedence over allowed', () => {
    expect(at({ denied: ['coindesk.com/markets'], allowed: ['coindesk.com'] })).toBe(false);
    expect(at({ denied: ['coindesk.com/tech'] })).toBe(true);
  });
  test('allow-only blocks all other sites', () => {
    expect(at({ siteMode: 'allow-only' })).toBe(false);
    expect(at({ siteMode: 'allow-only', allowed: ['coindesk.com'] })).toBe(true);
    expect(at({ siteMode: 'allow-only', allowed: ['decrypt.co'] })).toBe(false);
  });
});
