import { groundOf } from './background-color.ts';
import { observe } from './events.ts';

const DARK = '(prefers-color-scheme: dark)';

/** Whether the page is dark behind the text, judged by the painted colors, not by declared ones. */
export function isDarkPage(from: Element | null): boolean {
  const [red = 0, green = 0, blue = 0] = (groundOf(from ?? document.body).match(/[\d.]+/g) ?? [NaN]).map(
    Number,
  );
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  if (luminance >= 0) return luminance < 102;
  // Nothing is painted, so the canvas shows; it is dark if the page supports the system's dark mode.
  return getComputedStyle(document.documentElement).colorScheme.includes('dark') && matchMedia(DARK).matches;
}

/** Calls `changed` when the page or the system may have switched between light and dark. */
export function watchTheme(changed: () => void, signal: AbortSignal): void {
  // Attributes that theme switches use. Observing more would fire on every animation.
  const attributeFilter = ['class', 'style', 'data-theme'];
  observe([document.documentElement, document.body], { attributeFilter }, changed, signal);
  matchMedia(DARK).addEventListener('change', changed, { signal });
}
