import type { BoardRow } from './board.ts';
import type { CurrencyCode } from './currency.ts';
import { ABSENT, direction } from './format.ts';
import { type Circumstances, freshness } from './freshness.ts';
import { LANGUAGES, type Language } from './language.ts';
import { BAR, type PageBoard } from './page-board.ts';
import type { Reference } from './reference.ts';

/** What rows are made of, beyond their ids. */
export interface RowsInput {
  readonly board: PageBoard;
  readonly coins: Reference['coins'];
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly around: Circumstances;
}

/** What stands between the bars of a stored text; nothing of what is not text. */
export const partsOf = (text: unknown): string[] => (typeof text === 'string' ? text.split(BAR) : []);

/** Rows of coins as a page shows them; ids that nobody knows are left out. */
export function rowsOf(
  ids: readonly string[],
  { board, coins, language, currency, around }: RowsInput,
): BoardRow[] {
  const priced = Object.keys(board.rows);
  const sums = partsOf(board.money[currency]);
  return ids.flatMap((id): BoardRow[] => {
    const coin = partsOf(coins[id]);
    const [symbol] = coin;
    if (!symbol) return [];
    const name = coin[1 + LANGUAGES.indexOf(language)] ?? '';
    const row = partsOf(board.rows[id]);
    const [price = ABSENT, change = ABSENT, , source = '', time, disputedBy] = row;
    const at = Number(time);
    return [
      {
        ...{ id, symbol, name: name === symbol ? '' : name, price, change },
        money: sums[priced.indexOf(id)] ?? ABSENT,
        direction: direction(change),
        stale: time !== undefined && freshness(at, board.trouble, around) === 'stale',
        told: time ? { source, at } : null,
        disputedBy: disputedBy || null,
      },
    ];
  });
}
