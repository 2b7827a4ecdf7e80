import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { ListsWords } from '../../locales/words/data.ts';
import { SORT_KEYS, type Sort, type SortKey } from './order.ts';

export interface TableHeadProps {
  readonly sort: Sort;
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly lists: ListsWords;
  onSort(key: SortKey): void;
}

/** Column headings, each with a button that sorts by its column. */
export function TableHead({ sort, words, app, lists, onSort }: TableHeadProps) {
  const { popup } = app;
  const names = { rank: lists.place, name: popup.name, price: popup.price, change: words.day };
  return (
    <thead>
      <tr>
        <th scope="col" class="head-watch">
          <span class="unseen">{lists.tabs.watchlist}</span>
        </th>
        {SORT_KEYS.map((key) => (
          <th key={key} scope="col" class={`head-${key}`} aria-sort={ariaSort(sort, key)}>
            <button
              type="button"
              onClick={() => onSort(key)}
              title={names[key]}
              aria-label={key === 'rank' ? names.rank : undefined}
            >
              {key === 'rank' ? '#' : names[key]}
              <span class="sort-arrow" aria-hidden="true">
                {sort.key === key ? (sort.descending ? '↓' : '↑') : null}
              </span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function ariaSort(sort: Sort, key: SortKey): 'ascending' | 'descending' | 'none' {
  if (sort.key !== key) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
