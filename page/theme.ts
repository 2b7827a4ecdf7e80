const DARK = '(prefers-color-scheme: dark)';

/** Is the page dark where one reads it? Looks at what is really painted, not at what is declared. */
export function isDarkPage(view: Window, from: Element | null): boolean {
  for (let element: Element | null = from ?? view.document.body; element; element = element.parentElement) {
    const luminance = opaqueLuminance(view.getComputedStyle(element).backgroundColor);
    if (luminance !== null) return luminance < 0.4;
  }
  // Nothing is painted: the canvas shows, which is dark if the page goes along with a dark system.
  const scheme = view.getComputedStyle(view.document.documentElement).colorScheme;
  return scheme.includes('dark') && view.matchMedia(DARK).matches;
}

/** Relative luminance, roughly, of an `rgb()`/`rgba()` colour; null when one can see through it. */
function opaqueLuminance(colour: string): number | null {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (alpha < 0.5) return null;
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
}

/** Calls back when the page or the system may have switched between light and dark. */
export function watchTheme(view: Window, changed: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(changed);
  for (const element of [view.document.documentElement, view.document.body]) {
    // Where pages keep their theme switch. Anything wider would fire on every animation.
    if (element)
      observer.observe(element, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
  }
  view.matchMedia(DARK).addEventListener('change', changed, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
}
