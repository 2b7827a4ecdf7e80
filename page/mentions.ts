/** One coin named in the text. */
export interface Spot {
  readonly id: string;
  readonly range: StaticRange;
}

// The registry is the document's: a page can see that there is one of this name, as it can see the panel's host. The name is a
// common word. The style for it comes with the manifest (`entrypoints/mention.css`), which no page can see.
const NAME = 'mention';

export const NO_SPOTS: readonly Spot[] = [];
let underlined = NO_SPOTS;

/**
 * Underlines these, and nothing else; without touching the page's elements. Does nothing where the API is missing, or when
 * these are underlined already.
 */
export function underline(spots: readonly Spot[]): void {
  if (spots === underlined || !globalThis.Highlight) return;
  underlined = spots;
  CSS.highlights.delete(NAME);
  if (spots.length > 0) CSS.highlights.set(NAME, new Highlight(...spots.map(({ range }) => range)));
}

/** The boxes of a spot's text, one for each line. */
export function boxesOf({ range }: Spot): DOMRect[] {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return [...live.getClientRects()];
}

/** The spot at a point of the window. */
export function spotAt(spots: readonly Spot[], x: number, y: number): Spot | undefined {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer;
  const offset = caret?.offset ?? range?.startOffset ?? 0;
  // A caret falls into the nearest text: whether the point is on it, its boxes tell.
  return spots.find(
    (spot) =>
      spot.range.startContainer === node &&
      spot.range.startOffset <= offset &&
      offset <= spot.range.endOffset &&
      boxesOf(spot).some((box) => box.left <= x && x <= box.right && box.top - 2 <= y && y <= box.bottom + 2),
  );
}
