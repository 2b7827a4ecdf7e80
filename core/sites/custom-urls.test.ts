import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../settings/settings.ts';
import { customUrls, parseCustomUrl, patternOf, unusedPermissions } from './custom-urls.ts';

describe('a URL as typed', () => {
  test.each([
    ['https://mirror.example.org', 'base', 'https://mirror.example.org'],
    ['  https://Mirror.Example.ORG/  ', 'base', 'https://mirror.example.org'],
    ['HTTPS://mirror.example.org:8443/Binance//', 'base', 'https://mirror.example.org:8443/Binance'],
    ['https://cdn.example.org/prices.json?v=1', 'feed', 'https://cdn.example.org/prices.json?v=1'],
    ['   ', 'base', ''],
    ['', 'feed', ''],
  ] as const)('"%s" as %s is %s', (text, form, address) => {
    expect(parseCustomUrl(text, form)).toEqual({ address });
    const field = form === 'base' ? { mirrors: address ? { binance: address } : {} } : { feedUrl: address };
    expect(parseSettings({ v: 1, ...field }).problem).toBeNull();
  });

  test.each([
    ['http://mirror.example.org', 'base', 'not-https'],
    ['mirror.example.org', 'base', 'not-https'],
    ['javascript:alert(1)', 'feed', 'not-https'],
    ['https://', 'base', 'not-address'],
    ['https://localhost', 'base', 'not-address'],
    ['https://user:secret@mirror.example.org', 'base', 'not-address'],
    ['https://mirror.example.org/?q=1', 'base', 'not-address'],
    ['https://mirror.example.org/a b', 'base', 'not-address'],
    ['https://cdn.example.org', 'feed', 'not-address'],
    ['https://cdn.example.org/p.json#x', 'feed', 'not-address'],
  ] as const)('"%s" as %s is rejected: %s', (text, form, fault) => {
    expect(parseCustomUrl(text, form)).toEqual({ fault });
  });
});

test('the permission for a URL covers its host on any port', () => {
  expect(patternOf('https://mirror.example.org:8443/binance')).toBe('https://mirror.example.org/*');
});

test('custom URLs are the mirrors and the feed, if set', () => {
  const mirrors = { binance: 'https://m.example:8443/api/v3' };
  expect(customUrls({ mirrors: {}, feedUrl: '' })).toEqual([]);
  expect(customUrls({ mirrors, feedUrl: 'https://b.example/feed.json' }).map(patternOf)).toEqual([
    'https://m.example/*',
    'https://b.example/*',
  ]);
});

test('a permission is released once nothing needs it', () => {
  const before = {
    ...DEFAULT_SETTINGS,
    mirrors: {
      binance: 'https://a.example.org/x',
      okx: 'https://a.example.org/y',
      gate: 'https://b.example.org',
    },
    feedUrl: 'https://c.example.org/p.json',
  };
  const after = (change: object) => unusedPermissions(before, { ...before, ...change }, []);
  expect(after({})).toEqual([]);
  expect(after({ mirrors: { okx: 'https://a.example.org/y' } })).toEqual(['https://b.example.org/*']);
  expect(after({ feedUrl: 'https://b.example.org/p.json' })).toEqual(['https://c.example.org/*']);
  expect(after({ feedUrl: '', addedSites: ['c.example.org'] })).toEqual([]);
  expect(unusedPermissions(before, DEFAULT_SETTINGS, [])).toHaveLength(3);
  expect(unusedPermissions(before, DEFAULT_SETTINGS, ['https://a.example.org/*'])).toHaveLength(2);
});
