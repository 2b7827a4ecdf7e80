import { localMoment } from '../../core/i18n/time-text.ts';
import type { PriceRow } from '../../core/market/price-list.ts';
import { sourceLabel } from '../../core/sources/source-info.ts';
import { el } from './dom.ts';
import type { MentionedRow, PanelProps } from './props.ts';

type AnyRow = PriceRow & Partial<MentionedRow>;

const ARROWS = { up: '▲', down: '▼', flat: '' } as const;

/** A change: arrow, sign and colour, so that none of them is the only cue. */
export function moveOf(className: string, direction: PriceRow['direction'] = null, change = ''): HTMLElement {
  const arrow = el('i', '', direction ? ARROWS[direction] : '');
  arrow.ariaHidden = 'true';
  return el('span', `${className} ${direction}`, arrow, change);
}

/** Source and time of the price of a row; empty while it has none. */
export const quotedByText = ({ quotedBy }: PriceRow, { now, sources }: PanelProps): string =>
  quotedBy ? `${sourceLabel(sources, quotedBy.source)} · ${localMoment(quotedBy.at, now)}` : '';

/** What the changes of rows are counted from: a day, and under that the article's publication. */
export const basisOf = ({ day, since }: PanelProps['words'], hasSince: unknown): string =>
  day + (hasSince ? ` · ${since}` : '');

/** One coin. */
function rowElement(row: AnyRow, props: PanelProps): HTMLElement {
  const symbol = el('span', '', el('b', '', row.symbol));
  if (row.count) symbol.append(el('small', 'count', ` ×${row.count}`));
  if (row.disputedBy) {
    const doubt = el('small', 'mark', ' ≠');
    symbol.append(doubt);
    doubt.role = 'img';
    doubt.ariaLabel = doubt.title = props.words.disputed.replace(
      '{source}',
      sourceLabel(props.sources, row.disputedBy),
    );
  }
  const price = el('span', '', row.price);
  if (row.quotedBy) price.append(el('small', '', ' USDT'));
  const element = el(
    'li',
    row.stale ? 'row stale' : 'row',
    el('span', 'coin', symbol, el('span', 'name', row.name)),
    el('span', 'value', price, el('span', 'money', row.money)),
    el(
      'span',
      'move',
      moveOf('change', row.direction, row.change),
      ...(row.since ? [moveOf('since', row.sinceDirection, row.since)] : []),
    ),
  );
  element.title = quotedByText(row, props);
  return element;
}

/** A list that renders a row again only if its content has changed, so that a tick repaints no unchanged rows. */
export function createRows(className?: string) {
  const element = el('ul', className);
  const { children } = element;
  let said: string[] = [];
  return {
    element,
    update(rows: readonly AnyRow[], props: PanelProps): void {
      const says = rows.map((row) => JSON.stringify(row));
      rows.forEach((row, index) => {
        if (says[index] === said[index]) return;
        const made = rowElement(row, props);
        const before = children[index];
        if (before) before.replaceWith(made);
        else element.append(made);
      });
      while (children.length > rows.length) element.lastChild?.remove();
      said = says;
    },
  };
}
