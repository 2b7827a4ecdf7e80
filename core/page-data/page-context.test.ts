import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OVERLAY } from '../../locales/index.ts';
import { pageDisclaimers } from '../disclaimer/regional.ts';
import { COIN_BY_ID } from '../market/coin-catalog.ts';
import { CURRENCY_DEFAULTS } from '../money/currency.ts';
import { parsePageSettings } from '../settings/page-settings.ts';
import { coinNames, type PageContext, parsePageContext } from './page-context.ts';

const stored: PageContext = {
  coins: coinNames(COIN_BY_ID),
  words: OVERLAY,
  sources: { binance: { label: 'Binance' } },
  disclaimers: pageDisclaimers('cn'),
  settings: parsePageSettings(undefined),
  currencies: CURRENCY_DEFAULTS,
};

test('what the background stores is read as it was', () => {
  expect(parsePageContext(JSON.parse(JSON.stringify(stored)))).toEqual(stored);
  expect(stored.coins.tron).toBe('TRX|TRON|波场|波場');
});

describe('what is no reference is none', () => {
  const { settings, ...without } = stored;
  test.each([
    undefined,
    null,
    'x',
    [],
    {},
    // As it was stored before the background worked things out for pages.
    { coins: ['bitcoin|BTC|Bitcoin'], words: OVERLAY },
    without,
    { ...stored, words: [] },
    { ...stored, words: { en: OVERLAY.en } },
    { ...stored, words: { ...OVERLAY, en: 'Hot coins' } },
    { ...stored, disclaimers: { en: stored.disclaimers.en } },
    { ...stored, coins: 'none' },
    { ...stored, settings: { ...settings, denied: 'coindesk.com' } },
    { ...stored, settings: { ...settings, allowed: undefined } },
  ])('%#', (raw) => {
    expect(parsePageContext(raw)).toBeNull();
  });
});

test('any reference that is read has its outline, whatever was stored', () => {
  const part = fc.oneof(fc.object(), fc.constant(undefined), fc.string());
  fc.assert(
    fc.property(fc.record({ words: part, coins: part, settings: part }), (parts) => {
      const read = parsePageContext({ ...stored, ...parts });
      if (!read) return;
      expect(Array.isArray(read.settings.denied)).toBe(true);
      for (const language of ['en', 'zh-Hans', 'zh-Hant'] as const)
        expect(typeof read.words[language]).toBe('object');
    }),
  );
});
