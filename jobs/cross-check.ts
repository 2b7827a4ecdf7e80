import type { Quote } from '../core/market/quote.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { confirmed, disagree, jumped, resolveConflict, stuckCoins } from '../core/sources/quote-checks.ts';
import { cheapestFirst } from '../core/sources/source-order.ts';
import { type RefreshContext, requestSource } from './request-source.ts';

/** Maximum number of additional sources requested for a doubtful coin per refresh. */
const MAX_SECOND_SOURCES = 2;
/** An unconfirmed jump is hidden while the previous price is younger than this, in ms. */
const HOLD_MS = 10 * 60_000;
/** Quotes taken further apart than this, in ms, are not compared. */
const SAME_TIME_MS = 5 * 60_000;

/**
 * Cross-checks quotes before they are shown. A second source is requested for each coin whose price jumped, did not
 * change while the market moved, or differs between sources; a third source is requested if the first two disagree. If
 * no two sources agree, the quote is marked as disputed. A jump that no other source can check is hidden for `HOLD_MS`.
 * @param quotes the quotes to check; modified in place
 * @param otherResponses quotes from other requests of the same refresh
 * @param recheck check disputed coins again
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
    const candidates = candidateQuotes.get(id) ?? [quote];
    if (doubtful.includes(id))
      decideQuote(id, candidates, quotes, before[id], stuck.has(id), context.environment.now());
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
    const unconfirmed = doubtful.filter((id) => {
      const knownQuotes = candidateQuotes.get(id) ?? [];
      return !confirmed(knownQuotes) && !knownQuotes.some(({ source }) => source === secondSource.id);
    });
    if (unconfirmed.length === 0 || candidates === MAX_SECOND_SOURCES) continue;
    const result = await requestSource(secondSource, unconfirmed, context);
    if (!result.ok) continue;
    candidates += 1;
    for (const id of unconfirmed) {
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
    // A price that did not change while the market moved is trusted least.
    const [trusted = first, ...rest] = isStuck ? [...others, first] : candidates;
    const { unchangedSince: _seen, ...quote } = resolveConflict([trusted, ...rest]);
    quotes.set(id, quote);
  } else if (before && jumped(first, before)) {
    if (now - before.at < HOLD_MS) quotes.delete(id);
    else quotes.set(id, { ...first, disputedBy: before.source });
  }
}

/** Keeps the dispute mark until the coin is checked again. */
function keepDispute(id: string, quote: Quote, quotes: Map<string, Quote>, before: Quote | undefined): void {
  if (before?.disputedBy !== undefined && before.source === quote.source) {
    quotes.set(id, { ...quote, disputedBy: before.disputedBy });
  }
}
