import type { PriceRow } from './board.ts';
import type { CurrencyCode } from './currency.ts';
import { ABSENT, direction } from './format.ts';
import { type Circumstances, freshness } from './freshness.ts';
import { LANGUAGES, type Language } from './language.ts';
import { BAR, type PriceTable } from './page-board.ts';
import type { PageContext } from './reference.ts';

/** What rows are made of, beyond their ids. */
export interface PriceRowsInput {
  readonly table: PriceTable;
  readonly coins: PageContext['coins'];
  readonly language: Language;
  readonly currency: CurrencyCode;
  readonly around: Circumstances;
}

/** What stands between the bars of a stored text; nothing of what is not text. */
export const partsOf = (text: unknown): string[] => (typeof text === 'string' ? text.split(BAR) : []);

/** Rows of coins as a page shows them; ids that nobody knows are left out. */
export function readRows(
  ids: readonly string[],
  { table, coins, language, currency, around }: PriceRowsInput,
): PriceRow[] {
  const priced = Object.keys(table.rows);
  const sums = partsOf(table.money[currency]);
  return ids.flatMap((id): PriceRow[] => {
    const coin = partsOf(coins[id]);
    const [symbol] = coin;
    if (!symbol) return [];
    const name = coin[1 + LANGUAGES.indexOf(language)] ?? '';
    const row = partsOf(table.rows[id]);
    const [price = ABSENT, change = ABSENT, , source = '', time, disputedBy] = row;
    const at = Number(time);
    return [
      {
        ...{ id, symbol, name: name === symbol ? '' : name, price, change },
        money: sums[priced.indexOf(id)] ?? ABSENT,
        direction: direction(change),
        stale: time !== undefined && freshness(at, table.trouble, around) === 'stale',
        quotedBy: time ? { source, at } : null,
        disputedBy: disputedBy || null,
      },
    ];
  });
}
