/** The side of the text column with room for the panel. */
export type Side = 'right' | 'left' | null;

const GAP = 16;

/**
 * Returns the side of the window where `width` px fit without covering the text column; null if neither side has room.
 * Without a column any wide window has room on the right.
 */
export function roomBeside(column: Element | null, windowWidth: number, width: number): Side {
  const needed = width + 2 * GAP;
  if (windowWidth < 2 * needed) return null;
  if (!column) return 'right';
  const { left, right } = column.getBoundingClientRect();
  if (windowWidth - right >= needed) return 'right';
  return left >= needed ? 'left' : null;
}
