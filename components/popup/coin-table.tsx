import { useMemo, useState } from 'preact/hooks';
import type { Board } from '../../core/board.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { SourceTable } from '../../core/source.ts';
import type { AppWords } from '../../locales/app/app.ts';
import type { CommonWords } from '../../locales/common/common.ts';
import { toldText } from '../told.ts';
import { CoinRow } from './coin-row.tsx';
import { BY_RANK, orderOf, sortAfter } from './order.ts';
import { differsFromLead } from './row-note.ts';
import { isFound } from './search.ts';
import { TableHead } from './table-head.tsx';

export interface CoinTableProps {
  readonly board: Board;
  readonly snapshot: Snapshot;
  readonly query: string;
  readonly locale: string;
  readonly periodMs: number;
  readonly now: number;
  readonly sources: SourceTable;
  readonly words: CommonWords;
  readonly app: AppWords;
}

/** The list of coins: searched, sorted, each row with its own honesty. */
export function CoinTable(props: CoinTableProps) {
  const { board, snapshot, query, locale, words, app } = props;
  const [sort, setSort] = useState(BY_RANK);
  // Not for every tick: the rows are new each second, their order depends on the snapshot alone.
  const order = useMemo(() => orderOf(board.rows, snapshot, sort, locale), [snapshot, sort, locale]);
  const ranked = new Map(board.rows.map((row, index) => [row.id, { row, rank: index + 1 }]));
  const found = order.flatMap((id) => (isFound(id, query) ? (ranked.get(id) ?? []) : []));
  return (
    <>
      {/* A scrolling region must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section class="scroll" tabIndex={0} aria-label={words.hotCoins}>
        <table>
          <caption class="unseen">{`${words.hotCoins}, ${words.byMarketCap}`}</caption>
          <TableHead
            sort={sort}
            words={words}
            app={app}
            onSort={(key) => setSort((before) => sortAfter(before, key))}
          />
          <tbody>
            {found.map(({ row, rank }) => {
              const { id, told, ...figures } = row;
              const own = told && differsFromLead(row, board, props.periodMs);
              const note = own ? toldText(told, props.now, props.sources, words) : '';
              return <CoinRow key={id} rank={rank} note={note} {...figures} />;
            })}
          </tbody>
        </table>
        {found.length === 0 && <p class="empty">{app.popup.nothingFound(query.trim())}</p>}
      </section>
      <p class="unseen" role="status">
        {query.trim() ? app.popup.coins(found.length) : null}
      </p>
    </>
  );
}
