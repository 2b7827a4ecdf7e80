import type { BoardRow } from '../../core/board.ts';
import { el, setText } from './dom.ts';

const ARROWS = { up: '▲', down: '▼', flat: '' } as const;

/** A change: arrow, sign and colour, so that none of them is the only cue. */
export function createMove() {
  const arrow = el('i', '');
  const text = el('span', '');
  arrow.ariaHidden = 'true';
  const element = el('span', 'change', arrow, text);
  return {
    element,
    update(direction: BoardRow['direction'], change: string): void {
      setText(arrow, direction ? ARROWS[direction] : '');
      setText(text, change);
      element.className = `change ${direction}`;
    },
  };
}

/** One coin. Made once, then only its text changes. */
export interface RowView {
  readonly element: HTMLElement;
  update(row: BoardRow, told: string): void;
}

export function createRow(): RowView {
  const symbol = el('b', '');
  const name = el('span', 'name');
  const price = el('span', '');
  const unit = el('small', '');
  const money = el('span', 'money');
  const move = createMove();
  const element = el(
    'li',
    '',
    el('span', 'coin', symbol, name),
    el('span', 'worth', el('span', '', price, unit), money),
    move.element,
  );
  return {
    element,
    update(row, told) {
      setText(symbol, row.symbol);
      setText(name, row.name);
      setText(price, row.price);
      setText(unit, row.told ? ' USDT' : '');
      setText(money, row.money);
      move.update(row.direction, row.change);
      element.className = row.stale ? 'row stale' : 'row';
      element.title = told;
    },
  };
}
