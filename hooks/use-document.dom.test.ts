import { describe, expect, test } from 'vitest';
import type { Settings } from '../core/settings/settings.ts';
import { ColorSystem } from '../tests/dom/controls.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { show } from '../tests/dom/show.ts';
import { useDocument, useTheme } from './use-document.ts';

test('the document has the last given language and title', async () => {
  show({});
  const title = document.title;
  const props = { language: 'zh-Hans', title: '行情' };
  const { rerender } = await renderHook(
    ({ language, title }: typeof props) => useDocument(language, title),
    props,
  );
  expect([document.documentElement.lang, document.title]).toEqual(['zh-Hans', '行情']);
  await rerender({ language: 'en', title: 'Prices' });
  expect([document.documentElement.lang, document.title]).toEqual(['en', 'Prices']);
  document.title = title;
});

describe('the theme of the document', () => {
  const theme = (): string | undefined => document.documentElement.dataset.theme;
  const useGiven = (given: Settings['theme']): void => useTheme(given);

  test.each([
    ['light', true, 'light'],
    ['dark', false, 'dark'],
    ['auto', true, 'dark'],
    ['auto', false, 'light'],
  ] as const)('%s on a system that is dark: %s', async (setting, dark, expected) => {
    show({});
    new ColorSystem(dark);
    await renderHook(useGiven, setting);
    expect(theme()).toBe(expected);
  });

  test('follows the setting, and the system for `auto`', async () => {
    show({});
    const system = new ColorSystem(false);
    const { rerender, unmount } = await renderHook(useGiven, 'auto');
    system.switchTo(true);
    expect(theme()).toBe('dark');
    await rerender('light');
    expect(theme()).toBe('light');
    system.switchTo(false);
    system.switchTo(true);
    expect(theme()).toBe('light');
    await rerender('auto');
    expect(theme()).toBe('dark');
    await unmount();
    system.switchTo(false);
    expect(theme()).toBe('dark');
  });
});
