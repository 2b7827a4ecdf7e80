import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OVERLAY } from '../../locales/index.ts';
import { pageDisclaimers } from '../disclaimer/regional.ts';
import { LANGUAGES } from '../i18n/language.ts';
import { COIN_BY_ID } from '../market/coin-catalog.ts';
import { CURRENCY_DEFAULTS } from '../money/currency.ts';
import { parsePageSettings } from '../settings/page-settings.ts';
import {
  coinNames,
  PAGE_CONTEXT_VERSION,
  type PageContext,
  pageContextText,
  parsePageContext,
  readCoin,
} from './page-context.ts';

const stored: PageContext = {
  v: PAGE_CONTEXT_VERSION,
  coins: coinNames(COIN_BY_ID),
  words: OVERLAY,
  sources: { binance: { label: 'Binance' } },
  disclaimers: pageDisclaimers('cn'),
  settings: parsePageSettings(undefined),
  currencies: CURRENCY_DEFAULTS,
};

test('what the background stores reads back unchanged', () => {
  expect(parsePageContext(pageContextText(stored))).toEqual(stored);
});

describe('a coin of a context', () => {
  test('has its symbol, and its name in the language', () => {
    expect(readCoin(stored.coins, 'tron', 'zh-Hant')).toEqual({ id: 'tron', symbol: 'TRX', name: '波場' });
    for (const [id, { symbol, name }] of COIN_BY_ID)
      for (const language of LANGUAGES)
        expect(readCoin(stored.coins, id, language)).toEqual({ id, symbol, name: name[language] });
  });

  test('is null if it is unknown or has another shape', () => {
    for (const id of ['unknown', 'constructor', '__proto__'])
      expect(readCoin(stored.coins, id, 'en')).toBeNull();
    for (const coin of ['TRX|TRON|波场|波場', [], [''], [7, 'TRON'], ['TRX', {}], { 0: 'TRX' }, null])
      expect(readCoin({ tron: coin }, 'tron', 'en')).toBeNull();
    expect(readCoin({ tron: ['TRX'] }, 'tron', 'en')).toEqual({ id: 'tron', symbol: 'TRX', name: '' });
  });
});

test('a context from before a language was added is valid', () => {
  const before = { ...stored, words: { en: OVERLAY.en }, disclaimers: { en: stored.disclaimers.en } };
  expect(parsePageContext(JSON.stringify(before))).toEqual(before);
});

describe('anything else is null', () => {
  const { settings, ...without } = stored;
  const { v: _version, ...unversioned } = stored;
  test.each([
    undefined,
    null,
    'x',
    [],
    {},
    // The format of an earlier version.
    { coins: ['bitcoin|BTC|Bitcoin'], words: OVERLAY },
    without,
    unversioned,
    { ...stored, v: PAGE_CONTEXT_VERSION - 1 },
    { ...stored, v: PAGE_CONTEXT_VERSION + 1 },
    { ...stored, words: [] },
    { ...stored, words: { 'zh-Hans': OVERLAY['zh-Hans'] } },
    { ...stored, words: { ...OVERLAY, en: 'Hot coins' } },
    { ...stored, disclaimers: { 'zh-Hans': stored.disclaimers['zh-Hans'] } },
    { ...stored, coins: 'none' },
    { ...stored, settings: { ...settings, denied: 'coindesk.com' } },
    { ...stored, settings: { ...settings, allowed: undefined } },
    { ...stored, settings: { ...settings, denied: [{}] } },
    { ...stored, settings: { ...settings, rows: { valueOf: 1, toString: 1 } } },
    { ...stored, settings: { ...settings, periodSeconds: 'often' } },
    { ...stored, settings: { ...settings, language: 'fr' } },
    { ...stored, settings: { ...settings, ownDisclaimer: {} } },
    { ...stored, sources: { binance: { label: {} } } },
    { ...stored, sources: { binance: null } },
    { ...stored, disclaimers: { ...stored.disclaimers, en: { ...stored.disclaimers.en, rest: {} } } },
  ])('%#', (raw) => {
    expect(parsePageContext(JSON.stringify(raw))).toBeNull();
    expect(parsePageContext(raw)).toBeNull();
  });
});

test('any context that parses has the required fields, whatever was stored', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constant(undefined));
  fc.assert(
    fc.property(fc.record({ words: part, coins: part, settings: part, sources: part }), (parts) => {
      const read = parsePageContext(JSON.stringify({ ...stored, ...parts }));
      if (!read) return;
      expect(Array.isArray(read.settings.denied)).toBe(true);
      expect(Number.isFinite(read.settings.rows * read.settings.periodSeconds)).toBe(true);
      expect(typeof read.words.en).toBe('object');
      for (const words of Object.values(read.words)) expect(typeof words).toBe('object');
    }),
  );
});
