import { expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { uiLanguage } from './ui-language.ts';

test.each([
  ['zh-CN', 'zh-CN'],
  ['zh_TW', 'zh-TW'],
  ['en_US', 'en-US'],
  ['EN-gb', 'en-GB'],
  ['de', 'de'],
  ['', 'en'],
  ['not a tag!', 'en'],
])('the browser says %j: %s', (said, tag) => {
  Reflect.set(fakeBrowser.i18n, 'getUILanguage', () => said);
  expect(uiLanguage()).toBe(tag);
});

test('is English if the browser has no such API', () => {
  Reflect.set(fakeBrowser.i18n, 'getUILanguage', () => {
    throw new Error('not implemented');
  });
  expect(uiLanguage()).toBe('en');
});
