import { groundOf } from './background-color.ts';
import { observe } from './events.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Is the page dark where one reads it? Looks at what is really painted, not at what is declared. */
export function isDarkPage(from: Element | null): boolean {
  const [red = 0, green = 0, blue = 0] = (groundOf(from ?? document.body).match(/[\d.]+/g) ?? [NaN]).map(
    Number,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance >= 0) return luminance < 102;
  // Nothing is painted: the canvas shows, which is dark if the page goes along with a dark system.
  return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia(DARK).matches;
}

/** Calls back when the page or the system may have switched between light and dark. */
export function watchTheme(changed: () => void, signal: AbortSignal): void {
  // Where pages keep their theme switch. Anything wider would fire on every animation.
  const attributeFilter = ['class', 'style', 'data-theme'];
  observe([document.documentElement, document.body], { attributeFilter }, changed, signal);
  matchMedia(DARK).addEventListener('change', changed, { signal });
}
