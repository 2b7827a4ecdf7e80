import { isRedUp } from './language.ts';
import type { PageSettings } from './page-settings.ts';

/** Which colours stand for up and down. */
export type ColourScheme = Exclude<PageSettings['colours'], 'auto'>;

/** The reader's choice, else the convention of the language with this BCP 47 tag. */
export function coloursFor(chosen: PageSettings['colours'], tag: string): ColourScheme {
  if (chosen !== 'auto') return chosen;
  return isRedUp(tag) ? 'red-up' : 'green-up';
}
