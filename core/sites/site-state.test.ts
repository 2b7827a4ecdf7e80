import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_SITE_STATE, hostOfSiteKey, siteKey, siteOfHost } from './site-state.ts';
import { parseSiteState } from './site-state-schema.ts';

test.each([
  ['www.odaily.news', 'odaily.news'],
  ['m.theblockbeats.info', 'theblockbeats.info'],
  ['coindesk.com', 'coindesk.com'],
  ['WWW.CoinDesk.com', 'coindesk.com'],
  ['news.bitcoin.com', 'news.bitcoin.com'],
  ['wwww.example.com', 'wwww.example.com'],
  ['xn--fiqs8s.example', 'xn--fiqs8s.example'],
])('%s is the site %s', (host, site) => {
  expect(siteOfHost(host)).toBe(site);
  expect(siteKey(host)).toBe(`site:${site}`);
});

test.each([
  ['cn.beincrypto.com', 'beincrypto.com'],
  ['beincrypto.com', 'beincrypto.com'],
  ['www.beincrypto.com', 'beincrypto.com'],
  ['notbeincrypto.com', 'notbeincrypto.com'],
  ['beincrypto.com.evil.example', 'beincrypto.com.evil.example'],
])('with editions on subdomains, %s is %s', (host, site) => {
  expect(siteOfHost(host, ['beincrypto.com', 'coinness.com'])).toBe(site);
});

test.each([
  ['site:coindesk.com', 'coindesk.com'],
  ['site:', null],
  ['site:UPPER.com', null],
  ['site:<b>', null],
  ['site:a b', null],
  [`site:${'a'.repeat(254)}`, null],
  ['settings', null],
  ['snapshot', null],
  ['xsite:coindesk.com', null],
])('the key %s belongs to %j', (key, host) => {
  expect(hostOfSiteKey(key)).toBe(host);
});

test('keys of hosts map back to their site', () => {
  fc.assert(
    fc.property(fc.domain(), (host) => {
      expect(hostOfSiteKey(siteKey(host))).toBe(siteOfHost(host));
      expect(siteOfHost(siteOfHost(host))).toBe(siteOfHost(siteOfHost(siteOfHost(host))));
    }),
  );
});

test.each([
  [
    { v: 1, hidden: true, folded: null },
    { ...DEFAULT_SITE_STATE, hidden: true },
  ],
  [
    { v: 1, hidden: false, folded: true },
    { ...DEFAULT_SITE_STATE, folded: true },
  ],
  [{ v: 1, hidden: 'yes', folded: 'no', extra: 1 }, DEFAULT_SITE_STATE],
  [{ v: 1 }, DEFAULT_SITE_STATE],
  [{ v: 2, hidden: true, folded: true }, DEFAULT_SITE_STATE],
  [
    { v: 1, place: { side: 'left', bottom: 1e9 }, foldedDisclaimer: 'generic-en@1' },
    { ...DEFAULT_SITE_STATE, place: { side: 'left', bottom: 20_000 }, foldedDisclaimer: 'generic-en@1' },
  ],
  [{ v: 1, place: { side: 'top', bottom: 1 }, foldedDisclaimer: '<b>' }, DEFAULT_SITE_STATE],
  [{ v: 1, place: { side: 'left', bottom: '1' }, foldedDisclaimer: 1 }, DEFAULT_SITE_STATE],
  [undefined, DEFAULT_SITE_STATE],
  [[], DEFAULT_SITE_STATE],
])('state no. %#', (raw, state) => {
  expect(parseSiteState(raw)).toEqual(state);
});

test('any input parses to a state', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      const { v, hidden, folded } = parseSiteState(raw);
      expect([v, typeof hidden, folded === null || typeof folded === 'boolean']).toEqual([
        1,
        'boolean',
        true,
      ]);
    }),
  );
});
