import { button, el, setText } from './dom.ts';
import type { PanelProps } from './props.ts';
import { createMove } from './row.ts';

/** The collapsed panel: state, the first coin, its price and change. */
export function createPill(open: () => void): { element: HTMLElement; update(props: PanelProps): void } {
  const coin = el('span', '');
  const move = createMove();
  const element = button('pill', open, el('i', 'dot'), coin, move.element);
  element.setAttribute('aria-expanded', 'false');
  return {
    element,
    update({ board, words }) {
      const [first] = board.rows;
      element.className = `pill ${board.state}`;
      const text = first ? `${first.symbol} ${first.price}` : '';
      setText(coin, text);
      move.update(first?.direction ?? null, first?.change ?? '');
      const name = `${words.expand}: ${text} ${first?.change ?? ''}, ${words.states[board.state]}`;
      if (element.getAttribute('aria-label') !== name) element.setAttribute('aria-label', name);
    },
  };
}
