import { ABSENT, direction } from '../../core/money/format.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { PageWords } from '../../locales/words/control.ts';
import { Change } from '../app/change.tsx';
import type { ArticleCoin } from './article-coins.ts';

export interface ArticleListProps {
  readonly coins: readonly ArticleCoin[];
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly page: PageWords;
}

/** The coins of the active page's article. */
export function ArticleList({ coins, words, app, page }: ArticleListProps) {
  const { popup } = app;
  if (coins.length === 0) return <p class="empty">{page.noCoins}</p>;
  const dated = coins.some(({ since }) => since !== null);
  return (
    // A scrollable region must be focusable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section class="scroll" tabIndex={0} aria-label={page.inArticle}>
      <table class="article">
        <caption class="unseen">{page.inArticle}</caption>
        <thead>
          <tr>
            <th scope="col" class="head-coin">
              {popup.name}
            </th>
            <th scope="col" class="head-price">
              {popup.price}
            </th>
            <th scope="col" class="head-change">
              {words.day}
              {dated && <span class="second">{page.since}</span>}
            </th>
          </tr>
        </thead>
        <tbody>
          {coins.map((coin) => (
            <ArticleRow key={coin.row.id} {...coin} page={page} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const ArticleRow = ({ row, count, since, page }: ArticleCoin & { readonly page: PageWords }) => (
  <tr class={row.stale ? 'coin stale' : 'coin'}>
    <th scope="row">
      <span class="symbol">
        {row.symbol}{' '}
        <small title={page.count(count)}>
          <span aria-hidden="true">×{count}</span>
          <span class="unseen">{page.count(count)}</span>
        </small>
      </span>
      {row.name && <span class="second">{row.name}</span>}
    </th>
    <td class="figure">
      <span class="last">
        {row.price} {row.price !== ABSENT && <small>USDT</small>}
      </span>
      {row.price !== ABSENT && <span class="second">{row.money}</span>}
    </td>
    <td class="figure">
      <Change direction={row.direction} text={row.change} />
      {since !== null && (
        <span class="since">
          <span class="unseen">{page.since}</span>
          <Change direction={direction(since)} text={since} />
        </span>
      )}
    </td>
  </tr>
);
