/** One coin named in the text. */
export interface MentionRange {
  readonly id: string;
  readonly range: StaticRange;
}

// The registry is the document's: a page can see that there is one of this name, as it can see the panel's host. The name is a
// common word. The style for it comes with the manifest (`entrypoints/mention.css`), which no page can see.
const NAME = 'mention';

let underlined: readonly MentionRange[] = [];
let marks: Highlight | undefined;

/**
 * Underlines these about the window, and nothing else; without touching the page's elements. To be called again when the page was
 * scrolled: in every frame in which anything changes on the page, Chromium places all underlines there are anew, at some 6 µs
 * each, in sight or not. Does nothing where the API is missing, or when these are underlined already.
 */
export function underline(mentions: readonly MentionRange[]): void {
  if (!globalThis.Highlight) return;
  const near = mentions.filter(isNear);
  const isDone = near.length === underlined.length && near.every((spot, index) => spot === underlined[index]);
  if (isDone) return;
  underlined = near;
  // Another's under this name, a new version's of this script, is left alone.
  if (CSS.highlights.get(NAME) === marks) CSS.highlights.delete(NAME);
  marks = new Highlight(...near.map(({ range }) => range));
  if (near.length > 0) CSS.highlights.set(NAME, marks);
}

/** Does its text still stand in the page? */
export const isInPage = ({ range }: MentionRange): boolean => range.startContainer.isConnected;

// One for all: the page pays for every live range there is, at every change.
const live = new Range();

/** The spot's text, as long as no other is asked for; nothing when the page has taken it away. */
function rangeOf({ range }: MentionRange): Range {
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // Shortened in its place.
    live.setEnd(document, 0);
  }
  return live;
}

/** The boxes of a spot's text, one for each line; none when the page has taken the text away. */
export const boxesOf = (spot: MentionRange): DOMRect[] => [...rangeOf(spot).getClientRects()];

/** No further from the window than half of its height? What has no box is, and is not seen either. */
function isNear(spot: MentionRange): boolean {
  const { top, bottom } = rangeOf(spot).getBoundingClientRect();
  return bottom > -innerHeight / 2 && top < 1.5 * innerHeight;
}

/** The spot under a pointer: of those in the element that it is over, the one whose text it is on. */
export const mentionAt = (
  spots: readonly MentionRange[],
  { target, clientX, clientY }: MouseEvent,
): MentionRange | undefined =>
  spots.find(
    (spot) =>
      spot.range.startContainer.parentNode === target &&
      boxesOf(spot).some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom + 2,
      ),
  );
