import { useMemo, useState } from 'preact/hooks';
import type { PriceList } from '../../core/market/price-list.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import { type SourceTable, sourceLabel } from '../../core/sources/source-info.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { ListsWords } from '../../locales/words/data.ts';
import { sourceLine } from '../source-line.ts';
import { CoinRow } from './coin-row.tsx';
import { BY_RANK, sortAfter, sortedIds } from './order.ts';
import { differsFromLead } from './row-note.ts';
import { isFound } from './search.ts';
import { TableHead } from './table-head.tsx';

export interface CoinTableProps {
  readonly board: PriceList;
  readonly snapshot: Snapshot;
  readonly query: string;
  readonly locale: string;
  readonly periodMs: number;
  readonly now: number;
  readonly sources: SourceTable;
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly lists: ListsWords;
  readonly watchlist: readonly string[];
  onWatch(id: string, watched: boolean): void;
}

/** The list of coins, with search and sorting. */
export function CoinTable(props: CoinTableProps) {
  const { board, snapshot, query, locale, words, app, lists, watchlist } = props;
  const [sort, setSort] = useState(BY_RANK);
  // Not on every tick: rows are new each second, but their order depends only on the snapshot.
  const order = useMemo(
    () => sortedIds(board.rows, snapshot, sort, locale),
    [snapshot, sort, locale, watchlist],
  );
  const watched = new Set(watchlist);
  const ranked = new Map(board.rows.map((row, index) => [row.id, { row, rank: index + 1 }]));
  const found = order.flatMap((id) => (isFound(id, query) ? (ranked.get(id) ?? []) : []));
  return (
    <>
      {/* A scrollable region must be focusable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="scroll" tabIndex={0} aria-label={words.hotCoins}>
        <table>
          <caption class="unseen">{`${words.hotCoins}, ${words.measures[board.list]}`}</caption>
          <TableHead
            sort={sort}
            words={words}
            app={app}
            lists={lists}
            onSort={(key) => setSort((before) => sortAfter(before, key))}
          />
          <tbody>
            {found.map(({ row, rank }) => {
              const { quotedBy, disputedBy, ...figures } = row;
              const isFromOther = quotedBy && differsFromLead(row, board, props.periodMs);
              const isWatched = watched.has(row.id);
              return (
                <CoinRow
                  key={row.id}
                  {...figures}
                  rank={rank}
                  note={isFromOther ? sourceLine(quotedBy, props.now, props.sources, words) : ''}
                  dispute={disputedBy ? lists.disputed(sourceLabel(props.sources, disputedBy)) : ''}
                  watched={isWatched}
                  starLabel={isWatched ? lists.unwatch(row.symbol) : lists.watch(row.symbol)}
                  onWatch={props.onWatch}
                />
              );
            })}
          </tbody>
        </table>
        {found.length === 0 && <p class="empty">{emptyText(props)}</p>}
      </section>
      <p class="unseen" role="status">
        {query.trim() ? app.popup.coins(found.length) : null}
      </p>
    </>
  );
}

function emptyText({ board, query, app, lists }: CoinTableProps): string {
  const { list, rows } = board;
  const isEmptyByItself = list === 'gainers' || list === 'losers' || list === 'watchlist';
  return rows.length === 0 && isEmptyByItself ? lists.empty[list] : app.popup.nothingFound(query.trim());
}
