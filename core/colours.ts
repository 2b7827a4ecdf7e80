import { isRedUp } from './language.ts';
import type { Settings } from './settings.ts';

/** Which colours stand for up and down. */
export type ColourScheme = Exclude<Settings['colours'], 'auto'>;

/** The reader's choice, else the convention of the language with this BCP 47 tag. */
export function coloursFor(chosen: Settings['colours'], tag: string): ColourScheme {
  if (chosen !== 'auto') return chosen;
  return isRedUp(tag) ? 'red-up' : 'green-up';
}
