import { button, el } from './dom.ts';
import type { PanelProps } from './props.ts';
import { moveOf } from './row.ts';

/** The collapsed panel: state, the first coin, its price and change. */
export function createPill(words: PanelProps['words'], open: () => void) {
  const element = button('', open);
  element.title = words.expand;
  element.ariaExpanded = 'false';
  return {
    element,
    update({ rows: [first], state }: PanelProps): void {
      element.className = `box pill ${state}`;
      element.replaceChildren(
        el('i', 'dot'),
        first ? `${first.symbol} ${first.price}` : words.hotCoins,
        moveOf('change', first?.direction, first?.change),
      );
    },
  };
}
