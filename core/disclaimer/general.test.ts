import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../i18n/language.ts';
import { fullText, genericRecord, genericText } from './general.ts';

describe.each(LANGUAGES)('the general disclaimer in %s', (language) => {
  const text = genericText(language);

  test('the short text contains every required warning', () => {
    const must: Readonly<Record<Language, readonly RegExp[]>> = {
      en: [/information only/, /delayed or wrong/, /not investment advice/i, /lose all/],
      'zh-Hans': [/仅供参考/, /延迟或有误/, /不构成任何投资建议/, /损失全部本金/],
      'zh-Hant': [/僅供參考/, /延遲或有誤/, /不構成任何投資建議/, /損失全部本金/],
    };
    for (const words of must[language]) expect(text.short).toMatch(words);
    expect(text.short.length).toBeLessThan(200);
  });

  test('the full text starts with the short text', () => {
    expect(fullText(text).startsWith(text.short)).toBe(true);
    expect(fullText(text).length).toBeGreaterThan(text.short.length);
  });

  test('has an id, a version, a basis and a status', () => {
    expect(genericRecord(language)).toEqual({
      id: `generic-${language}`,
      version: 1,
      basis: expect.stringContaining('no authority'),
      status: 'ours',
    });
  });

  test('contains no solicitation', () => {
    expect(fullText(text)).not.toMatch(/buy now|trade now|sign up|立即|马上|馬上|返佣/i);
  });
});
