import type { Provider } from '../core/provider.ts';
import type { Quote } from '../core/quote.ts';
import { borneOut, disagree, jumped, settle, stuckCoins } from '../core/sanity.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { cheapestFirst } from '../core/source-order.ts';
import { askProvider, type Round } from './ask-provider.ts';

/** How many further sources are asked about a doubtful coin in one refresh. */
const MOST_WITNESSES = 2;
/** A jump that nobody can confirm is not shown while the price before it is younger than this, ms. */
const HOLD_MS = 10 * 60_000;
/** Opinions further apart in time than this, ms, say nothing about each other. */
const SAME_TIME_MS = 5 * 60_000;

/**
 * Looks at what was told before it is shown: a coin that jumped, that stands still while the market moves, or of which sources
 * tell different prices, is asked of another source, and of a third if those two disagree. What no two sources bear out is shown with a mark;
 * a jump that nobody else can speak to is held back for a while.
 * @param quotes what is to be shown; changed in place
 * @param beside what other requests of the same refresh told
 * @param recheck look again at coins that were in dispute before
 */
export async function settleDoubts(
  quotes: Map<string, Quote>,
  beside: readonly ReadonlyMap<string, Quote>[],
  before: Snapshot['quotes'],
  order: readonly Provider[],
  recheck: boolean,
  round: Round,
): Promise<void> {
  const stuck = new Set(stuckCoins(quotes, before));
  const opinions = new Map([...quotes].map(([id, quote]) => [id, opinionsOn(id, quote, beside)]));
  const doubtful = [...opinions].flatMap(([id, [first, ...others]]) => {
    const inDispute = recheck && before[id]?.disputedBy !== undefined;
    const isDoubtful =
      id !== 'tether' &&
      (inDispute ||
        stuck.has(id) ||
        jumped(first, before[id]) ||
        others.some((other) => disagree(first, other)));
    return isDoubtful ? [id] : [];
  });
  await hearWitnesses(doubtful, opinions, order, round);
  for (const [id, quote] of quotes) {
    const heard = opinions.get(id) ?? [quote];
    if (doubtful.includes(id)) judge(id, heard, quotes, before[id], stuck.has(id), round.reach.now());
    else keepMark(id, quote, quotes, before[id]);
  }
}

type Opinions = [Quote, ...Quote[]];

const opinionsOn = (id: string, quote: Quote, beside: readonly ReadonlyMap<string, Quote>[]): Opinions => [
  quote,
  ...beside.flatMap((told) => {
    const other = told.get(id);
    const speaks = other && other.source !== quote.source && Math.abs(other.at - quote.at) < SAME_TIME_MS;
    return speaks ? [other] : [];
  }),
];

async function hearWitnesses(
  doubtful: readonly string[],
  opinions: ReadonlyMap<string, Opinions>,
  order: readonly Provider[],
  round: Round,
): Promise<void> {
  const witnesses = cheapestFirst(order);
  let heard = 0;
  for (const witness of witnesses) {
    const left = doubtful.filter((id) => {
      const known = opinions.get(id) ?? [];
      return !borneOut(known) && !known.some(({ source }) => source === witness.id);
    });
    if (left.length === 0 || heard === MOST_WITNESSES) continue;
    const result = await askProvider(witness, left, round);
    if (!result.ok) continue;
    heard += 1;
    for (const id of left) {
      const quote = result.value.quotes.get(id);
      if (quote) opinions.get(id)?.push(quote);
    }
  }
}

function judge(
  id: string,
  heard: Opinions,
  quotes: Map<string, Quote>,
  before: Quote | undefined,
  isStuck: boolean,
  now: number,
): void {
  const [first, ...others] = heard;
  const [second] = others;
  if (second) {
    // One that stands still while the market moves is trusted least.
    const [trusted = first, ...rest] = isStuck ? [...others, first] : heard;
    const { stillSince: _seen, ...quote } = settle([trusted, ...rest]);
    quotes.set(id, quote);
  } else if (before && jumped(first, before)) {
    if (now - before.at < HOLD_MS) quotes.delete(id);
    else quotes.set(id, { ...first, disputedBy: before.source });
  }
}

/** A dispute stands until it is looked at again. */
function keepMark(id: string, quote: Quote, quotes: Map<string, Quote>, before: Quote | undefined): void {
  if (before?.disputedBy !== undefined && before.source === quote.source) {
    quotes.set(id, { ...quote, disputedBy: before.disputedBy });
  }
}
