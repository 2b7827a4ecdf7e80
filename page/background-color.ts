/** The colour that is painted behind an element, as computed style tells it; empty where nothing is and the canvas shows. */
export function groundOf(from: Element | null): string {
  for (let element = from; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return '';
}

/** Computed colours have an alpha, the fourth number, only when one can see through them. */
export const isOpaque = (colour: string): boolean =>
  !/, 0(\.[0-4]\d*)?\)$/.test(colour) || !colour.startsWith('rgba');
