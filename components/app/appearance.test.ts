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
] as const)('browser %s with language %s', (tag, setting, language, locale, currency, colors) => {
  expect(appearanceOf({ ...DEFAULT_SETTINGS, language: setting }, tag)).toEqual({
    language,
    locale,
    currency,
    colors,
  });
});

test('explicit settings are kept', () => {
  const settings = { ...DEFAULT_SETTINGS, currency: 'EUR', colours: 'blue-orange' } as const;
  expect(appearanceOf(settings, 'zh-CN')).toMatchObject({ currency: 'EUR', colors: 'blue-orange' });
});
