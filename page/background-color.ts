/** Returns the computed color painted behind an element; empty if there is none and the canvas shows through. */
export function groundOf(from: Element | null): string {
  for (let element = from; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return '';
}

/** Computed colors include alpha, the fourth number, only if they are translucent. */
export const isOpaque = (color: string): boolean =>
  !/, 0(\.[0-4]\d*)?\)$/.test(color) || !color.startsWith('rgba');
