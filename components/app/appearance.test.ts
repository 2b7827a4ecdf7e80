import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { appearanceOf } from './appearance.ts';

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
  expect(appearanceOf({ ...DEFAULT_SETTINGS, language: chosen }, tag)).toEqual({
    language,
    locale,
    currency,
    colors: colours,
  });
});

test('what the reader chose stands', () => {
  const chosen = { ...DEFAULT_SETTINGS, currency: 'EUR', colours: 'blue-orange' } as const;
  expect(appearanceOf(chosen, 'zh-CN')).toMatchObject({ currency: 'EUR', colors: 'blue-orange' });
});
