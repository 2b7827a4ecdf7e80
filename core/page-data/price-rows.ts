import { LANGUAGES, type Language } from '../i18n/language.ts';
import { type Circumstances, freshness } from '../market/freshness.ts';
import type { PriceRow } from '../market/price-list.ts';
import type { CurrencyCode } from '../money/currency.ts';
import { ABSENT, direction } from '../money/format.ts';
import type { PageContext } from './page-context.ts';
import { BAR, type PriceTable } from './price-table.ts';

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
