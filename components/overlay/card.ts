import { el, lineDrawing, setText } from './dom.ts';
import type { MentionedRow, PanelProps } from './props.ts';
import { basisOf, createRows, quotedByText } from './row.ts';

const GAP = 6;

/** The line of a day's prices in a box of 256 × 40. */
export function sparklinePath(prices: readonly string[]): string {
  const heights = prices.map(Number);
  const lowest = Math.min(...heights);
  const scale = 36 / (Math.max(...heights) - lowest || 1);
  const step = 256 / (heights.length - 1 || 1);
  const points = heights.map((height, index) =>
    [index * step, 38 - (height - lowest) * scale].map(Math.round).join(' '),
  );
  return `M${points.join('L')}`;
}

/** What is known of a coin that the article names, beside its name in the text. */
export function createCard() {
  const rows = createRows();
  const line = el('div');
  const source = el('span');
  const figures = el('span');
  const element = el('div', 'box card', el('div', 'band', source, figures), rows.element, line);
  element.hidden = true;
  const update = (row: MentionedRow, props: PanelProps): void => {
    rows.update([row], props);
    line.className = `line ${row.direction}`;
    setText(source, quotedByText(row, props));
    setText(figures, basisOf(props.words, row.since));
  };
  // Announced by screen readers when it appears: keyboard commands open it without moving the focus.
  element.role = 'status';
  /** What it cost over the last day, oldest first; empty where that is not known. */
  const draw = (prices: readonly string[]): void =>
    line.replaceChildren(prices.length > 0 ? lineDrawing('0 0 256 40', sparklinePath(prices)) : '');
  return {
    element,
    update,
    /** Another coin, or none; without its line, which is still to come. */
    show(row: MentionedRow | undefined, props: PanelProps): void {
      element.hidden = true;
      draw([]);
      if (row) update(row, props);
    },
    draw,
    /** Beside a line of text: below it, or above where the window ends. */
    place({ left, top, bottom }: DOMRect): void {
      element.hidden = false;
      const { offsetWidth, offsetHeight } = element;
      const below = bottom + GAP;
      const y = below + offsetHeight < innerHeight ? below : top - GAP - offsetHeight;
      const x = Math.max(GAP, Math.min(left, innerWidth - offsetWidth - 4 * GAP));
      // Counted from the window's lower edge, where the host lies.
      element.style.translate = `${x}px ${y - innerHeight}px`;
    },
  };
}
