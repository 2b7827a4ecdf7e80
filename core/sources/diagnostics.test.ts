import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EMPTY_SNAPSHOT } from '../market/snapshot.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { type DiagnosedSource, feedReport, hostReports } from './diagnostics.ts';
import { diagnosticsText } from './diagnostics-text.ts';
import {
  afterFailure,
  afterRequest,
  afterSuccess,
  type Health,
  type HostHealth,
  NO_HEALTH,
} from './host-health.ts';
import { failed } from './result.ts';

const NOW = 1_760_000_000_000;
const LIMIT = { requests: 100, perMs: 60_000 };
const SOURCES: readonly DiagnosedSource[] = [
  { id: 'binance', label: 'Binance', hosts: ['one.binance.test', 'two.binance.test'], limit: LIMIT },
  { id: 'okx', label: 'OKX', hosts: ['www.okx.test'], limit: LIMIT },
];
const asked = afterRequest(undefined, LIMIT, NOW - 2_000);
const GOOD = afterSuccess(asked, NOW - 1_000, 85, { remaining: 5990, limit: 6000, resetAt: NOW + 60_000 });
const failure = (detail?: string) => {
  const result = failed('bad-shape', undefined, detail);
  return result.ok ? { kind: 'offline' as const } : result.failure;
};
const BAD = afterFailure(asked, failure('prices.bitcoin.last: not a decimal'), NOW - 1_000, 0.5);
const healthOf = (hosts: Readonly<Record<string, HostHealth>>): Health => ({ ...NO_HEALTH, hosts });
const health = healthOf({ 'one.binance.test': GOOD, 'www.okx.test': BAD, 'm.example.org': GOOD });

describe('host by host', () => {
  test('hosts that answer, back off, or were never requested', () => {
    const [first, second, third] = hostReports(SOURCES, DEFAULT_SETTINGS, health, NOW);
    expect(first).toMatchObject({
      source: 'Binance',
      host: 'one.binance.test',
      state: 'closed',
      nextTry: null,
    });
    expect(first?.ours).toEqual({ left: 50, of: 50 });
    expect(second).toMatchObject({ host: 'two.binance.test', state: 'never', health: null, ours: null });
    expect(third).toMatchObject({ source: 'OKX', state: 'open', nextTry: BAD.retryAt });
  });

  test('after its back-off a host can be requested', () => {
    const reports = hostReports(SOURCES, DEFAULT_SETTINGS, health, BAD.retryAt);
    expect(reports[2]).toMatchObject({ state: 'half-open', nextTry: null });
  });

  test('a used-up quota blocks a host that answers', () => {
    const spent = { ...GOOD, budget: { remaining: 0, limit: 6000, resetAt: NOW + 9_000 } };
    const [first] = hostReports(SOURCES, DEFAULT_SETTINGS, healthOf({ 'one.binance.test': spent }), NOW);
    expect(first).toMatchObject({ state: 'closed', nextTry: NOW + 9_000 });
  });

  test('a mirror replaces the source’s own hosts; sources that are off are marked', () => {
    const settings = { mirrors: { binance: 'https://m.example.org/x' }, sourcesOff: ['okx'] };
    const reports = hostReports(SOURCES, settings, health, NOW);
    expect(reports.map(({ host, whose, off }) => [host, whose, off])).toEqual([
      ['m.example.org', 'mirror', false],
      ['www.okx.test', 'source', true],
    ]);
  });

  test('the custom feed', () => {
    expect(feedReport('', 'Own feed', health, NOW)).toBeNull();
    const report = feedReport('https://www.okx.test/p.json', 'Own feed', health, NOW);
    expect(report).toMatchObject({ whose: 'feed', state: 'open', ours: null });
  });
});

describe('as text', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    mirrors: { binance: 'https://m.example.org:8443/x' },
    feedUrl: 'https://feed.example.net/secret/p.json?key=1',
    watchlist: ['dogecoin'],
    addedSites: ['my-site.example'],
  };
  const textOf = (hosts: Readonly<Record<string, HostHealth>>, snapshot = EMPTY_SNAPSHOT) => {
    const stored = healthOf(hosts);
    const feed = feedReport(settings.feedUrl, 'Own feed', stored, NOW);
    const reports = [...hostReports(SOURCES, settings, stored, NOW), ...(feed ? [feed] : [])];
    return diagnosticsText({ name: 'Tickside', version: '1.2.3', reports, snapshot, settings, now: NOW });
  };

  test('contains every host', () => {
    const quote = { last: '1', change24h: null, at: NOW - 12_000 };
    const quotes = {
      bitcoin: { ...quote, source: 'binance', disputedBy: 'okx' },
      tether: { ...quote, source: 'okx' },
    };
    const fx = { source: 'er-api', date: '2025-10-09', at: NOW - 3_600_000, perUsd: {} };
    expect(
      textOf({ 'm.example.org:8443': GOOD, 'www.okx.test': BAD }, { ...EMPTY_SNAPSHOT, quotes, fx }),
    ).toBe(
      `Tickside 1.2.3, 2025-10-09 08:53:20 UTC

prices: binance 1, okx 1; newest 12 s ago
disputed: 1
rates: er-api, dated 2025-10-09, 1 h ago
ranking: none
USDT in dollars: unknown
failures: none

Binance, mirror: OK; last good answer just now; 85 ms; failure rate 0%; own limit 50 of 50 left; host limit 5990 of 6000 left
OKX, www.okx.test: backing off; no good answer; last failure just now: bad-shape (prices.bitcoin.last: not a decimal); failure rate 20%; own limit 50 of 50 left; next request in ${Math.ceil((BAD.retryAt - NOW) / 1000)} s
Own feed, own feed: not requested yet
`,
    );
  });

  test('contains nothing personal, whatever the detail of a failure contains', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'm.example.org',
            'https://m.example.org:8443/x/y',
            settings.feedUrl,
            'feed.example.net',
            ' ',
          ),
        ),
        (parts) => {
          const bad = afterFailure(asked, failure(parts.join('-')), NOW, 0.5);
          const text = textOf({ 'm.example.org:8443': bad, 'feed.example.net': bad });
          expect(text).not.toMatch(/example\.(org|net)|secret|key=1|dogecoin|my-site/);
        },
      ),
    );
  });
});
