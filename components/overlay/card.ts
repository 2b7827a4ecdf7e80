import type { Series } from '../../core/history.ts';
import { drawing, el } from './dom.ts';
import type { MentionedRow, PanelProps } from './props.ts';
import { createMove, toldOf } from './row.ts';

const GAP = 6;

/** The line of a day's prices in a box of 100 × 30; empty for a day without movement to draw. */
export function lineOf(prices: readonly string[]): string {
  const heights = prices.map(Number);
  const lowest = Math.min(...heights);
  const range = Math.max(...heights) - lowest || 1;
  return heights
    .map((height, index) => {
      const x = (100 * index) / (heights.length - 1 || 1);
      return `${index ? 'L' : 'M'}${Math.round(x * 10) / 10} ${Math.round(290 - (280 * (height - lowest)) / range) / 10}`;
    })
    .join('');
}

/** What is known of a coin that the article names, beside its name in the text. */
export function createCard(words: PanelProps['words']) {
  const element = el('div', 'box card');
  element.hidden = true;
  // Told to screen readers when it comes and where it came from: the keyboard leads to it without moving the focus.
  element.role = 'status';
  return {
    element,
    update(row: MentionedRow, day: Series | null | undefined, props: PanelProps): void {
      const move = createMove();
      const since = createMove('since');
      move.update(row.direction, row.change);
      since.update(row.sinceDirection, row.since);
      const spark = drawing('0 0 100 30', lineOf(day?.prices ?? []));
      spark.classList.add('spark', String(row.direction));
      const rest = el(
        'p',
        'foot',
        el('span', '', row.since && `${words.since} `, since.element),
        toldOf(row, props),
      );
      element.replaceChildren(
        el(
          'p',
          '',
          el('span', '', el('b', '', row.name || row.symbol), ` ${row.name && row.symbol}`),
          move.element,
        ),
        el('p', '', el('b', '', row.price), el('small', '', ` USDT · ${row.money}`)),
        ...(day ? [spark] : []),
        rest,
      );
    },
    /** Beside a line of text: below it, or above where the window ends. */
    place({ left, top, bottom }: DOMRect): void {
      element.hidden = false;
      const { offsetWidth, offsetHeight } = element;
      const isBelow = bottom + GAP + offsetHeight < innerHeight;
      // Counted from the window's lower edge, where the host lies.
      const y = (isBelow ? bottom + GAP : top - GAP - offsetHeight) - innerHeight;
      const x = Math.max(GAP, Math.min(left, document.documentElement.clientWidth - offsetWidth - GAP));
      element.style.translate = `${x}px ${y}px`;
    },
  };
}
