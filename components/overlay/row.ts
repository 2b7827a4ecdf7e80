import type { BoardRow } from '../../core/board.ts';
import { sourceLabel } from '../../core/source.ts';
import { toldText } from '../told.ts';
import { el, setText } from './dom.ts';
import type { MentionedRow, PanelProps } from './props.ts';

const ARROWS = { up: '▲', down: '▼', flat: '' } as const;

/** A change: arrow, sign and colour, so that none of them is the only cue. */
export function createMove(className = 'change') {
  const arrow = el('i', '');
  const text = el('span', '');
  arrow.ariaHidden = 'true';
  const element = el('span', '', arrow, text);
  return {
    element,
    update(direction: BoardRow['direction'], change: string): void {
      setText(arrow, direction ? ARROWS[direction] : '');
      setText(text, change);
      element.className = `${className} ${direction}`;
    },
  };
}

/** Who told a row's price, and when; empty while nobody has. */
export const toldOf = ({ told }: BoardRow, { now, sources, words }: PanelProps): string =>
  told ? toldText(told, now, sources, words) : '';

/** One coin. Made once, then only its text changes. */
export interface RowView {
  readonly element: HTMLElement;
  update(row: BoardRow & Partial<MentionedRow>, props: PanelProps): void;
}

function createRow(): RowView {
  const symbol = el('b', '');
  const count = el('small', 'count');
  const doubt = el('small', 'doubt');
  const name = el('span', 'name');
  const price = el('span', '');
  const unit = el('small', '');
  const money = el('span', 'money');
  const move = createMove();
  const since = createMove('since');
  const element = el(
    'li',
    '',
    el('span', 'coin', el('span', '', symbol, count, doubt), name),
    el('span', 'worth', el('span', '', price, unit), money),
    el('span', 'moves', move.element, since.element),
  );
  doubt.role = 'img';
  return {
    element,
    update(row, props) {
      setText(symbol, row.symbol);
      setText(count, row.count ? ` ×${row.count}` : '');
      setText(doubt, row.disputedBy ? ' ≠' : '');
      doubt.ariaLabel = doubt.title = row.disputedBy
        ? props.words.disputed.replace('{source}', sourceLabel(props.sources, row.disputedBy))
        : '';
      setText(name, row.name);
      setText(price, row.price);
      setText(unit, row.told ? ' USDT' : '');
      setText(money, row.money);
      move.update(row.direction, row.change);
      since.update(row.sinceDirection ?? null, row.since ?? '');
      element.className = row.stale ? 'row stale' : 'row';
      element.title = toldOf(row, props);
    },
  };
}

/** A list that keeps its rows. */
export function createRows(className: string) {
  const element = el('ul', className);
  const views: RowView[] = [];
  return {
    element,
    update(rows: readonly (BoardRow & Partial<MentionedRow>)[], props: PanelProps): void {
      rows.forEach((row, index) => {
        let view = views[index];
        if (!view) {
          view = createRow();
          views.push(view);
          element.append(view.element);
        }
        view.update(row, props);
      });
      for (const extra of views.splice(rows.length)) extra.element.remove();
    },
  };
}
