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

/** Does its text still stand in the page? */
export const isInPage = ({ range }: Spot): boolean => range.startContainer.isConnected;

/** The boxes of a spot's text, one for each line; none when the page has taken the text away. */
export function boxesOf({ range }: Spot): DOMRect[] {
  const live = new Range();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // Shortened in its place.
  }
  return [...live.getClientRects()];
}

/** The spot under a pointer: of those in the element that it is over, the one whose text it is on. */
export const spotAt = (spots: readonly Spot[], { target, clientX, clientY }: MouseEvent): Spot | undefined =>
  spots.find(
    (spot) =>
      spot.range.startContainer.parentNode === target &&
      boxesOf(spot).some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom + 2,
      ),
  );
