import { groundOf } from './ground.ts';

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
  const observer = new MutationObserver(changed);
  for (const element of [document.documentElement, document.body]) {
    // Where pages keep their theme switch. Anything wider would fire on every animation.
    observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  }
  matchMedia(DARK).addEventListener('change', changed, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
