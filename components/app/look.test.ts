import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { lookOf } from './look.ts';

test.each([
  ['zh-CN', 'auto', 'zh-Hans', 'zh-CN', 'CNY', 'red-up'],
  ['zh-HK', 'auto', 'zh-Hant', 'zh-HK', 'HKD', 'green-up'],
  ['zh-HK', 'zh-Hant', 'zh-Hant', 'zh-HK', 'HKD', 'green-up'],
  ['zh-HK', 'zh-Hans', 'zh-Hans', 'zh-Hans', 'CNY', 'red-up'],
  ['en-GB', 'auto', 'en', 'en-GB', 'GBP', 'green-up'],
  ['en-US', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'TWD', 'red-up'],
  ['ja', 'auto', 'en', 'en', 'JPY', 'red-up'],
  ['de', 'auto', 'en', 'en', 'EUR', 'green-up'],
] as const)('browser %s with language %s', (tag, chosen, language, locale, currency, colours) => {
  expect(lookOf({ ...DEFAULT_SETTINGS, language: chosen }, tag)).toEqual({
    language,
    locale,
    currency,
    colours,
  });
});

test('what the reader chose stands', () => {
  const chosen = { ...DEFAULT_SETTINGS, currency: 'EUR', colours: 'blue-orange' } as const;
  expect(lookOf(chosen, 'zh-CN')).toMatchObject({ currency: 'EUR', colours: 'blue-orange' });
});
