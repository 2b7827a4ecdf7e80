import { describe, expect, test } from 'vitest';
import { CURRENCY_CODES, CURRENCY_DEFAULTS, hasMinorUnit } from '../money/currency.ts';
import { defaultCurrency } from '../money/default-currency.ts';
import { colorSchemeFor } from '../settings/color-scheme.ts';
import { isRedUp, LANGUAGES, languageOfTag, languageOfText } from './language.ts';

const SIMPLIFIED =
  '比特币价格在过去的一天里上涨，市场认为这与美国国会的决定有关，链上数据显示交易所的开户数量来到新高。';
const TRADITIONAL =
  '比特幣價格在過去的一天裡上漲，市場認為這與美國國會的決定有關，鏈上數據顯示交易所的開戶數量來到新高。';
const JAPANESE =
  '米国の暗号資産市場では、ビットコインの価格が過去一日で上昇し、取引所の口座数が過去最高を記録したことが明らかになった。';
const KOREAN =
  '비트코인 가격이 지난 하루 동안 상승했으며 거래소 계좌 수가 사상 최고치를 기록한 것으로 나타났다고 業界 關係者가 밝혔다.';
const ENGLISH = 'Bitcoin rose over the past day as traders looked to the decision of the central bank.';

describe('the language of a tag', () => {
  test.each([
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['ZH-cn', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-Hans', 'zh-Hans'],
    ['zh-Hans-CN', 'zh-Hans'],
    ['cmn', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-tw', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-MO', 'zh-Hant'],
    ['zh-Hant', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['yue-HK', 'zh-Hant'],
    ['en', 'en'],
    ['en-US', 'en'],
    ['en-HK', 'en'],
    ['ja', 'en'],
    ['ko-KR', 'en'],
    ['de', 'en'],
    ['zhx', 'en'],
    ['', null],
  ])('%j is %j', (tag, language) => {
    expect(languageOfTag(tag)).toBe(language);
  });
});

describe('the language of a text', () => {
  test.each([
    ['Simplified Chinese', SIMPLIFIED, 'zh-Hans'],
    ['Traditional Chinese', TRADITIONAL, 'zh-Hant'],
    ['Chinese with many tickers', `${SIMPLIFIED}（BTC、ETH、SOL、XRP）ETF 與 SEC`, 'zh-Hans'],
    ['Japanese, for all its characters', JAPANESE, 'en'],
    ['Japanese, long', JAPANESE.repeat(20), 'en'],
    ['Korean with some characters', KOREAN, 'en'],
    ['English', ENGLISH, 'en'],
    ['English that quotes Chinese', ENGLISH.repeat(10) + SIMPLIFIED.slice(0, 25), 'en'],
    ['too short to detect', '比特币大涨', 'en'],
    ['nothing', '', 'en'],
  ])('%s', (_what, text, language) => {
    expect(languageOfText(text)).toBe(language);
  });

  test('a long text is read to the end', () => {
    expect(languageOfText('a-'.repeat(500) + TRADITIONAL.repeat(500))).toBe('zh-Hant');
  });
});

describe('red means up', () => {
  test.each([
    ['zh-CN', true],
    ['zh', true],
    ['zh-TW', true],
    ['ja', true],
    ['ja-JP', true],
    ['ko', true],
    ['zh-HK', false],
    ['zh-Hant-HK', false],
    ['en', false],
    ['en-US', false],
    ['jav', false],
    ['', false],
  ])('on %j pages: %s', (tag, red) => {
    expect(isRedUp(tag)).toBe(red);
    expect(colorSchemeFor('auto', tag)).toBe(red ? 'red-up' : 'green-up');
  });

  test.each(['red-up', 'green-up', 'blue-orange'] as const)('unless the user chose %s', (chosen) => {
    expect(colorSchemeFor(chosen, 'zh-CN')).toBe(chosen);
    expect(colorSchemeFor(chosen, 'en')).toBe(chosen);
  });
});

describe('the second currency if the user chose none', () => {
  test.each([
    ['zh-CN', 'zh-Hans', 'CNY'],
    ['zh', 'zh-Hans', 'CNY'],
    ['zh-Hans', 'zh-Hans', 'CNY'],
    ['zh-Hant', 'zh-Hant', 'TWD'],
    ['zh-TW', 'zh-Hant', 'TWD'],
    ['zh-HK', 'zh-Hant', 'HKD'],
    ['zh-Hant-HK', 'zh-Hant', 'HKD'],
    ['zh-SG', 'zh-Hans', 'SGD'],
    ['ja', 'en', 'JPY'],
    ['ko-KR', 'en', 'KRW'],
    ['de-AT', 'en', 'EUR'],
    ['fr', 'en', 'EUR'],
    ['fr-CA', 'en', 'CAD'],
    ['en-GB', 'en', 'GBP'],
    ['en-IN', 'en', 'INR'],
    ['en-AU', 'en', 'AUD'],
    ['en', 'en', 'USD'],
    ['en-US', 'en', 'USD'],
    ['', 'en', 'USD'],
    ['', 'zh-Hans', 'CNY'],
    ['xx-toString', 'en', 'USD'],
    ['constructor', 'en', 'USD'],
    ['__proto__', 'en', 'USD'],
  ] as const)('%j, in %s: %s', (tag, language, currency) => {
    expect(defaultCurrency(CURRENCY_DEFAULTS, tag, language)).toBe(currency);
  });

  test('can always be displayed', () => {
    for (const language of LANGUAGES) {
      for (const tag of ['', 'zh', 'pt-BR', 'ar', 'x'.repeat(1000), '-', '--', 'en-']) {
        expect(CURRENCY_CODES).toContain(defaultCurrency(CURRENCY_DEFAULTS, tag, language));
      }
    }
  });
});

test('only yen and won have no minor unit', () => {
  expect(CURRENCY_CODES.filter((code) => !hasMinorUnit(code))).toEqual(['JPY', 'KRW']);
});
