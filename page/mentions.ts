/** A coin named in the text. */
export interface MentionRange {
  readonly id: string;
  readonly range: StaticRange;
}

// The highlight registry belongs to the document: a page can see this name in it, as it can see the panel's host
// element. So the name is a common word. Its style comes with the manifest (`entrypoints/mention.css`), which pages
// cannot see.
const NAME = 'mention';

let underlinedMentions: readonly MentionRange[] = [];
let highlight: Highlight | undefined;

/**
 * Underlines the mentions near the window and removes all other underlines, without changing the page's elements. Call
 * it again after scrolling: in each frame with any change on the page, Chromium recomputes every underline, in view or
 * not, at about 6 µs each. Does nothing if the API is missing or if the same mentions are already underlined.
 */
export function underline(mentions: readonly MentionRange[]): void {
  if (!globalThis.Highlight) return;
  const near = mentions.filter(isNear);
  const isDone =
    near.length === underlinedMentions.length &&
    near.every((mention, index) => mention === underlinedMentions[index]);
  if (isDone) return;
  underlinedMentions = near;
  // A highlight of another script, or of a newer version of this one, is left alone.
  if (CSS.highlights.get(NAME) === highlight) CSS.highlights.delete(NAME);
  highlight = new Highlight(...near.map(({ range }) => range));
  if (near.length > 0) CSS.highlights.set(NAME, highlight);
}

/** Whether a mention's text is still in the page. */
export const isInPage = ({ range }: MentionRange): boolean => range.startContainer.isConnected;

// One shared live range: each live range costs the page time at every change.
const live = new Range();

/** Sets the shared range to a mention's text; empty if the page removed it. */
function rangeOf({ range }: MentionRange): Range {
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text node has been shortened.
    live.setEnd(document, 0);
  }
  return live;
}

/** Returns the boxes of a mention's text, one per line; none if the page removed the text. */
export const boxesOf = (mention: MentionRange): DOMRect[] => [...rangeOf(mention).getClientRects()];

/**
 * Whether a mention is at most half a window height away. Text without a box counts as near, but is not visible either.
 */
function isNear(mention: MentionRange): boolean {
  const { top, bottom } = rangeOf(mention).getBoundingClientRect();
  return bottom > -innerHeight / 2 && top < 1.5 * innerHeight;
}

/** Returns the mention under the pointer, searching only the element that the event targets. */
export const mentionAt = (
  mentions: readonly MentionRange[],
  { target, clientX, clientY }: MouseEvent,
): MentionRange | undefined =>
  mentions.find(
    (mention) =>
      mention.range.startContainer.parentNode === target &&
      boxesOf(mention).some(
        ({ left, right, top, bottom }) =>
          left <= clientX && clientX <= right && top <= clientY && clientY <= bottom + 2,
      ),
  );
