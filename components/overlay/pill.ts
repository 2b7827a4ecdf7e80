import { button, el, setText } from './dom.ts';
import type { PanelProps } from './props.ts';
import { createMove } from './row.ts';

/** The collapsed panel: state, the first coin, its price and change. */
export function createPill(words: PanelProps['words'], open: () => void) {
  const coin = el('span', '');
  const move = createMove();
  const element = button('', open, el('i', 'dot'), coin, move.element);
  element.title = words.expand;
  element.ariaExpanded = 'false';
  return {
    element,
    update({ rows, state }: PanelProps): void {
      const [first] = rows;
      element.className = `box pill ${state}`;
      setText(coin, first ? `${first.symbol} ${first.price}` : words.hotCoins);
      move.update(first?.direction ?? null, first?.change ?? '');
    },
  };
}
