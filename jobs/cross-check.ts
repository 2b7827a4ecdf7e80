import type { Quote } from '../core/market/quote.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { confirmed, disagree, jumped, resolveConflict, stuckCoins } from '../core/sources/quote-checks.ts';
import { cheapestFirst } from '../core/sources/source-order.ts';
import { type RefreshContext, requestSource } from './request-source.ts';

/** How many further sources are asked about a doubtful coin in one refresh. */
const MAX_SECOND_SOURCES = 2;
/** A jump that nobody can confirm is not shown while the price before it is younger than this, ms. */
const HOLD_MS = 10 * 60_000;
/** Opinions further apart in time than this, ms, say nothing about each other. */
const SAME_TIME_MS = 5 * 60_000;

/**
 * Looks at what was told before it is shown: a coin that jumped, that stands still while the market moves, or of which sources
 * tell different prices, is asked of another source, and of a third if those two disagree. What no two sources bear out is shown with a mark;
 * a jump that nobody else can speak to is held back for a while.
 * @param quotes what is to be shown; changed in place
 * @param otherResponses what other requests of the same refresh told
 * @param recheck look again at coins that were in dispute before
 */
export async function crossCheck(
  quotes: Map<string, Quote>,
  otherResponses: readonly ReadonlyMap<string, Quote>[],
  before: Snapshot['quotes'],
  order: readonly Provider[],
  recheck: boolean,
  context: RefreshContext,
): Promise<void> {
  const stuck = new Set(stuckCoins(quotes, before));
  const candidateQuotes = new Map(
    [...quotes].map(([id, quote]) => [id, candidateQuotesFor(id, quote, otherResponses)]),
  );
  const doubtful = [...candidateQuotes].flatMap(([id, [first, ...others]]) => {
    const inDispute = recheck && before[id]?.disputedBy !== undefined;
    const isDoubtful =
      id !== 'tether' &&
      (inDispute ||
        stuck.has(id) ||
        jumped(first, before[id]) ||
        others.some((other) => disagree(first, other)));
    return isDoubtful ? [id] : [];
  });
  await askSecondSources(doubtful, candidateQuotes, order, context);
  for (const [id, quote] of quotes) {
    const answered = candidateQuotes.get(id) ?? [quote];
    if (doubtful.includes(id))
      decideQuote(id, answered, quotes, before[id], stuck.has(id), context.environment.now());
    else keepDispute(id, quote, quotes, before[id]);
  }
}

type CandidateQuotes = [Quote, ...Quote[]];

const candidateQuotesFor = (
  id: string,
  quote: Quote,
  otherResponses: readonly ReadonlyMap<string, Quote>[],
): CandidateQuotes => [
  quote,
  ...otherResponses.flatMap((response) => {
    const other = response.get(id);
    const isComparable =
      other && other.source !== quote.source && Math.abs(other.at - quote.at) < SAME_TIME_MS;
    return isComparable ? [other] : [];
  }),
];

async function askSecondSources(
  doubtful: readonly string[],
  candidateQuotes: ReadonlyMap<string, CandidateQuotes>,
  order: readonly Provider[],
  context: RefreshContext,
): Promise<void> {
  const secondSources = cheapestFirst(order);
  let candidates = 0;
  for (const secondSource of secondSources) {
    const left = doubtful.filter((id) => {
      const known = candidateQuotes.get(id) ?? [];
      return !confirmed(known) && !known.some(({ source }) => source === secondSource.id);
    });
    if (left.length === 0 || candidates === MAX_SECOND_SOURCES) continue;
    const result = await requestSource(secondSource, left, context);
    if (!result.ok) continue;
    candidates += 1;
    for (const id of left) {
      const quote = result.value.quotes.get(id);
      if (quote) candidateQuotes.get(id)?.push(quote);
    }
  }
}

function decideQuote(
  id: string,
  candidates: CandidateQuotes,
  quotes: Map<string, Quote>,
  before: Quote | undefined,
  isStuck: boolean,
  now: number,
): void {
  const [first, ...others] = candidates;
  const [second] = others;
  if (second) {
    // One that stands still while the market moves is trusted least.
    const [trusted = first, ...rest] = isStuck ? [...others, first] : candidates;
    const { unchangedSince: _seen, ...quote } = resolveConflict([trusted, ...rest]);
    quotes.set(id, quote);
  } else if (before && jumped(first, before)) {
    if (now - before.at < HOLD_MS) quotes.delete(id);
    else quotes.set(id, { ...first, disputedBy: before.source });
  }
}

/** A dispute stands until it is looked at again. */
function keepDispute(id: string, quote: Quote, quotes: Map<string, Quote>, before: Quote | undefined): void {
  if (before?.disputedBy !== undefined && before.source === quote.source) {
    quotes.set(id, { ...quote, disputedBy: before.disputedBy });
  }
}
