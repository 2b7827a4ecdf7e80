import { isRedUp } from '../i18n/language.ts';
import type { PageSettings } from './page-settings.ts';
import { resolveAuto } from './resolve-auto.ts';

/** The colors for up and down. */
export type ColorScheme = Exclude<PageSettings['colours'], 'auto'>;

/** Returns the reader's choice, or else the convention of the language with this BCP 47 tag. */
export const colorSchemeFor = (choice: PageSettings['colours'], tag: string): ColorScheme =>
  resolveAuto(choice, isRedUp(tag) ? 'red-up' : 'green-up');
