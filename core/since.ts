import { formatChange } from './format.ts';
import type { History } from './history.ts';
import { changeSince } from './quote.ts';

/**
 * The change since an article was published, formatted; null when its price then, or the price now, is not known.
 * @param published ms since the epoch
 * @param last price now, decimal text
 */
export function sinceText(
  history: History | undefined,
  published: number | null,
  last: string | undefined,
): string | null {
  const then = published === null ? undefined : history?.past.find(({ time }) => time === published);
  const change = then && changeSince(then.price, last);
  return change ? formatChange(change) : null;
}
