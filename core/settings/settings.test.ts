import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGIONS } from '../disclaimer/region.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { CURRENCY_CODES } from '../money/currency.ts';
import {
  COLOR_SCHEMES,
  HOT_LISTS,
  PERIOD_RANGE,
  parsePageSettings,
  ROWS_RANGE,
  SITE_MODES,
  THEMES,
} from './page-settings.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings } from './settings.ts';

const some = <T>(...values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values));

const known = fc.record({
  v: fc.constant(1 as const),
  currency: fc.constantFrom('auto' as const, ...CURRENCY_CODES),
  periodSeconds: fc.integer(PERIOD_RANGE),
  rows: fc.integer(ROWS_RANGE),
  colours: fc.constantFrom(...COLOR_SCHEMES),
  theme: fc.constantFrom(...THEMES),
  language: fc.constantFrom('auto' as const, ...LANGUAGES),
  panel: fc.boolean(),
  hotList: fc.constantFrom(...HOT_LISTS),
  watchlist: some('bitcoin', 'avalanche-2', 'no-such-coin'),
  mentions: fc.boolean(),
  siteMode: fc.constantFrom(...SITE_MODES),
  denied: some('coindesk.com', '*.example.org', 'a.example.co.uk/news/'),
  allowed: some('decrypt.co', 'xn--fiq228c.com/'),
  region: fc.constantFrom('auto' as const, ...REGIONS),
  ownDisclaimer: fc.string({ maxLength: 300 }),
  sourceOrder: some('okx', 'binance', 'no-such-source'),
  sourcesOff: some('bybit', 'er-api'),
  mirrors: fc.dictionary(
    fc.constantFrom('binance', 'okx'),
    fc.constantFrom('https://m.example.com', 'https://m.example.com:8443/a/b'),
    {
      noNullPrototype: true,
    },
  ),
  feedUrl: fc.constantFrom(
    '',
    'https://cdn.example.com/feed.json',
    'https://cdn.example.com/a/feed.json?v=1',
  ),
  addedSites: some('news.example.com', 'example.org'),
});
/** The other settings have their default. */
const settings: fc.Arbitrary<Settings> = known.map((values) => ({ ...DEFAULT_SETTINGS, ...values }));
const NAMES = Object.keys(DEFAULT_SETTINGS).filter((name) => name !== 'v');

test('the defaults are valid, and are these', () => {
  expect(parseSettings(DEFAULT_SETTINGS)).toEqual({
    settings: DEFAULT_SETTINGS,
    problem: null,
    badFields: [],
  });
  expect(DEFAULT_SETTINGS).toMatchObject({
    v: 1,
    currency: 'auto',
    periodSeconds: 60,
    rows: 10,
    colours: 'auto',
    theme: 'auto',
    language: 'auto',
    panel: true,
    hotList: 'market-cap',
    watchlist: [],
    mentions: true,
    siteMode: 'listed',
    denied: [],
    allowed: [],
    region: 'auto',
    ownDisclaimer: '',
    sourceOrder: [],
    sourcesOff: [],
    mirrors: {},
    feedUrl: '',
    addedSites: [],
  });
});

test.each([undefined, null])('%j is a first start, not a problem', (raw) => {
  expect(parseSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problem: null, badFields: [] });
});

test('valid settings are unchanged, also through JSON', () => {
  fc.assert(
    fc.property(settings, (good) => {
      const expected = { settings: good, problem: null, badFields: [] };
      expect(parseSettings(good)).toEqual(expected);
      expect(parseSettings(JSON.parse(JSON.stringify(good)))).toEqual(expected);
    }),
  );
});

test.each([
  0,
  1,
  '',
  'dark',
  true,
  false,
  [],
  [DEFAULT_SETTINGS],
  {},
  { v: 0 },
  { v: '1' },
  { v: null },
  { rows: 5 },
])('anything but a settings object gives the defaults and a problem: no. %#', (raw) => {
  expect(parseSettings(raw)).toEqual({ settings: DEFAULT_SETTINGS, problem: 'not-settings', badFields: [] });
});

test.each([2, 3, 99, '2'])('settings of version %j are from the future', (v) => {
  expect(parseSettings({ ...DEFAULT_SETTINGS, v, rows: 5 })).toEqual({
    settings: DEFAULT_SETTINGS,
    problem: 'future-version',
    badFields: [],
  });
});

describe('a bad field gets its default and is reported; the others are kept', () => {
  const CHOSEN: Settings = {
    ...DEFAULT_SETTINGS,
    currency: 'EUR',
    periodSeconds: 120,
    rows: 20,
    colours: 'red-up',
    theme: 'dark',
    language: 'zh-Hans',
    panel: false,
  };
  test.each<[keyof Settings, unknown]>([
    ['currency', 'BTC'],
    ['currency', 'cny'],
    ['currency', null],
    ['currency', '__proto__'],
    ['currency', ['CNY']],
    ['periodSeconds', 29],
    ['periodSeconds', 3601],
    ['periodSeconds', 60.5],
    ['periodSeconds', '60'],
    ['periodSeconds', Number.NaN],
    ['periodSeconds', Number.POSITIVE_INFINITY],
    ['rows', 2],
    ['rows', 51],
    ['rows', -10],
    ['rows', 1e9],
    ['colours', 'rainbow'],
    ['colours', 'toString'],
    ['theme', 0],
    ['theme', 'Dark'],
    ['language', 'zh'],
    ['language', 'fr'],
    ['language', {}],
    ['panel', 1],
    ['panel', 'false'],
    ['panel', null],
    ['hotList', 'hot-buys'],
    ['watchlist', ['Bitcoin']],
    ['watchlist', ['bitcoin', 'bitcoin']],
    ['watchlist', Array.from({ length: 101 }, (_, index) => `coin-${index}`)],
    ['denied', ['https://coindesk.com']],
    ['denied', ['localhost']],
    ['allowed', ['coindesk.com/a b']],
    ['allowed', 'coindesk.com'],
    ['region', 'CN'],
    ['ownDisclaimer', 'x'.repeat(301)],
    ['sourceOrder', [1]],
    ['sourcesOff', ['../okx']],
    ['mirrors', { binance: 'http://m.example.com' }],
    ['mirrors', { binance: 'https://m.example.com/' }],
    ['mirrors', { binance: 'https://user:word@m.example.com' }],
    ['mirrors', { 'not an id': 'https://m.example.com' }],
    ['mirrors', ['https://m.example.com']],
    ['feedUrl', 'http://cdn.example.com/feed.json'],
    ['feedUrl', 'https://cdn.example.com'],
    ['feedUrl', 'javascript:alert(1)'],
    ['addedSites', ['example.com/path']],
  ])('%s: %j', (name, bad) => {
    expect(parseSettings({ ...CHOSEN, [name]: bad })).toEqual({
      settings: { ...CHOSEN, [name]: DEFAULT_SETTINGS[name] },
      problem: 'bad-fields',
      badFields: [name],
    });
  });

  test('a missing one was added by a later release: its default, and no problem', () => {
    const { theme: _theme, ...older } = CHOSEN;
    expect(parseSettings(older)).toEqual({
      settings: { ...CHOSEN, theme: 'auto' },
      problem: null,
      badFields: [],
    });
  });

  test('an inherited one is ignored', () => {
    const raw = Object.assign(Object.create({ theme: 'dark' }), { v: 1, rows: 5 });
    expect(parseSettings(raw).settings).toEqual({ ...DEFAULT_SETTINGS, rows: 5 });
  });

  test('an unknown one is dropped silently', () => {
    const raw = JSON.parse(`{"v":1,"rows":5,"extra":"<script>","__proto__":{"theme":"dark"}}`);
    expect(parseSettings(raw)).toEqual({
      settings: { ...DEFAULT_SETTINGS, rows: 5 },
      problem: null,
      badFields: [],
    });
    expect('theme' in {}).toBe(false);
  });
});

test('any value in any field never throws: each field is as sent or its default, and every replaced one is reported', () => {
  fc.assert(
    fc.property(fc.record(Object.fromEntries(NAMES.map((name) => [name, fc.anything()]))), (fields) => {
      const { settings: read, problem, badFields } = parseSettings({ ...fields, v: 1 });
      for (const name of NAMES) {
        const key = name as keyof Settings;
        const sent = fields[name];
        if (badFields.includes(name) || sent === undefined) expect(read[key]).toBe(DEFAULT_SETTINGS[key]);
        else expect(read[key]).toEqual(sent);
      }
      expect(problem).toBe(badFields.length > 0 ? 'bad-fields' : null);
      expect(parseSettings(read)).toEqual({ settings: read, problem: null, badFields: [] });
    }),
  );
});

test('any value gives valid settings', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      const { settings: read } = parseSettings(raw);
      expect(parseSettings(read)).toEqual({ settings: read, problem: null, badFields: [] });
    }),
  );
});

test('the page-facing script reads its part in the same way, and nothing else', () => {
  fc.assert(
    fc.property(settings, (good) => {
      const page = parsePageSettings(good);
      expect(good).toMatchObject(page);
      expect(Object.keys(page)).not.toContain('mirrors');
    }),
  );
  expect(parsePageSettings({ v: 1, rows: 'ten', theme: 'dark' })).toMatchObject({ rows: 10, theme: 'dark' });
  expect(parsePageSettings({ v: 2, theme: 'dark' }).theme).toBe('auto');
});
