import type { BoardRow } from './board.ts';
import type { CurrencyCode } from './currency.ts';
import { ABSENT, direction } from './format.ts';
import { type Circumstances, freshness } from './freshness.ts';
import { LANGUAGES, type Language } from './language.ts';
import type { PageBoard } from './page-board.ts';
import type { Reference } from './reference.ts';

/** What rows are made of, beyond their ids. */
export interface RowsInput {
  readonly board: PageBoard;
  readonly coins: Reference['coins'];
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly around: Circumstances;
}

/** Rows of coins as a page shows them; ids that nobody knows are left out. */
export const rowsOf = (
  ids: readonly string[],
  { board, coins, language, currency, around }: RowsInput,
): BoardRow[] =>
  ids.flatMap((id): BoardRow[] => {
    const coin = coins[id];
    if (!Array.isArray(coin)) return [];
    const [symbol = ''] = coin;
    const name = coin[1 + LANGUAGES.indexOf(language)] ?? '';
    const row = board.rows[id];
    const [price = ABSENT, change = ABSENT, , source = '', time, disputedBy = ''] = row ?? [];
    const at = Number(time);
    return [
      {
        ...{ id, symbol, name: name === symbol ? '' : name, price, change },
        money: board.money[currency]?.[id] ?? ABSENT,
        direction: direction(`${change}`),
        stale: row !== undefined && freshness(at, board.trouble, around) === 'stale',
        told: row ? { source, at } : null,
        disputedBy: disputedBy || null,
      },
    ];
  });
