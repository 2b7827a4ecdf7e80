import { useEffect, useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../core/settings/settings.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Sets the language and the title of the document. */
export function useDocument(language: string, title: string): void {
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.title = title;
  }, [language, title]);
}

/** Sets `data-theme` of the document to light or dark. `auto` follows the system, also when that changes. */
export function useTheme(theme: Settings['theme']): void {
  const follow = (): void => {
    const dark = theme === 'auto' ? matchMedia(DARK).matches : theme === 'dark';
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  useLayoutEffect(follow, [theme]);
  useEffect(() => {
    const life = new AbortController();
    matchMedia(DARK).addEventListener('change', follow, { signal: life.signal });
    return () => life.abort();
  }, [theme]);
}
