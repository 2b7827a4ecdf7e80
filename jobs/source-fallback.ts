import type { Quote } from '../core/market/quote.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import type { Provider, SourceResponse } from '../core/sources/price-source.ts';
import type { FailureKind, Result } from '../core/sources/result.ts';
import { cheapestFirst } from '../core/sources/source-order.ts';
import { ALL_IDS, listsCoin, type RefreshContext, requestAllCoins, requestSource } from './request-source.ts';

/** If a source has not answered within this time, in ms, the next one is requested in parallel. */
const PATIENCE_MS = 2_500;
/** Maximum share of coins that may be missing until the five-minute gap request. */
const MAX_MISSING_SHARE = 0.3;
/** A coin that its source just dropped is requested elsewhere at once while its price is younger than this, in ms. */
const JUST_LOST_MS = 3 * 60_000;

/** The combined result of all sources in one refresh. */
export interface FallbackOutcome {
  /** By coin id: the quote of the first source in order with a recent, plausible value. */
  readonly quotes: Map<string, Quote>;
  /** All responses, in the order of their arrival. */
  readonly responses: readonly { readonly source: string; readonly response: SourceResponse }[];
  /** The first source in order that answered; null if none did. */
  readonly source: string | null;
  readonly failures: readonly { readonly source: string; readonly kind: FailureKind }[];
  /** Result of requesting the coins that the first source lacks. */
  readonly gaps: 'not-due' | 'answered' | 'failed';
}

/**
 * Fetches the prices of all coins. Sources are requested in order until one answers. Every five minutes, the coins it
 * lacks are requested from the other sources, cheapest first.
 * @param gapsDue whether the coins that the first source lacks are due
 * @param alreadyRequested coins that another request of this refresh provides
 */
export async function fetchWithFallback(
  order: readonly Provider[],
  before: Snapshot,
  gapsDue: boolean,
  alreadyRequested: Promise<ReadonlySet<string>>,
  context: RefreshContext,
): Promise<FallbackOutcome> {
  const run = new FallbackRun(order, context);
  await run.fetchMost();
  const missing = run.missing(
    await alreadyRequested,
    (id) => gapsDue || isJustLost(before.quotes[id], run.source, context),
  );
  const gaps = run.source === null ? [] : missing;
  if (gaps.length > 0) await run.fillGaps(gaps);
  const filled = gaps.some((id) => run.quotes.has(id));
  return {
    quotes: run.quotes,
    responses: run.responses,
    source: run.source,
    failures: run.failures,
    gaps: gapsDue && gaps.length > 0 ? (filled ? 'answered' : 'failed') : 'not-due',
  };
}

const isJustLost = (
  quote: Quote | undefined,
  source: string | null,
  { environment }: RefreshContext,
): boolean => quote !== undefined && quote.source === source && environment.now() - quote.at < JUST_LOST_MS;

class FallbackRun {
  readonly quotes = new Map<string, Quote>();
  readonly responses: { source: string; response: SourceResponse }[] = [];
  readonly failures: { source: string; kind: FailureKind }[] = [];
  readonly #order: readonly Provider[];
  readonly #context: RefreshContext;
  readonly #requested = new Set<Provider>();

  constructor(order: readonly Provider[], context: RefreshContext) {
    this.#order = order;
    this.#context = context;
  }

  /** The first source in order that answered. */
  get source(): string | null {
    return this.#inOrder(this.responses.map(({ source }) => source))[0] ?? null;
  }

  /** Requests sources in order until enough coins have a price. */
  async fetchMost(): Promise<void> {
    const running: Promise<void>[] = [];
    for (const provider of this.#order) {
      const request =
        this.responses.length === 0
          ? requestAllCoins(provider, this.#context)
          : requestSource(provider, this.#lacking(), this.#context);
      const answer = this.#take(provider, request);
      running.push(answer);
      await Promise.race([answer, this.#context.environment.wait(PATIENCE_MS)]);
      if (this.responses.length > 0 && this.#lacking().length <= ALL_IDS.length * MAX_MISSING_SHARE) break;
    }
    // A slow source may still be ahead of the others in order.
    await Promise.all(running);
  }

  #lacking(): string[] {
    return ALL_IDS.filter((id) => id !== 'tether' && !this.quotes.has(id));
  }

  missing(alreadyRequested: ReadonlySet<string>, isDue: (id: string) => boolean): string[] {
    return this.#lacking().filter((id) => !alreadyRequested.has(id) && isDue(id));
  }

  /** Requests these coins from the other sources; sources that answer for single coins come before bulk sources. */
  async fillGaps(ids: readonly string[]): Promise<void> {
    const others = cheapestFirst(this.#order.filter((provider) => !this.#requested.has(provider)));
    for (const provider of others) {
      const { log, environment } = this.#context;
      const listed = ids.filter(
        (id) => !this.quotes.has(id) && listsCoin(provider, id, log, environment.now()),
      );
      if (listed.length > 0) await this.#take(provider, requestSource(provider, listed, this.#context));
    }
  }

  async #take(provider: Provider, request: Promise<Result<SourceResponse>>): Promise<void> {
    this.#requested.add(provider);
    const result = await request;
    const source = provider.id;
    if (!result.ok) {
      this.failures.push({ source, kind: result.failure.kind });
      return;
    }
    this.responses.push({ source, response: result.value });
    for (const [id, quote] of result.value.quotes) {
      const taken = this.quotes.get(id);
      if (!taken || this.#inOrder([quote.source, taken.source])[0] === quote.source)
        this.quotes.set(id, quote);
    }
  }

  #inOrder(sources: readonly string[]): string[] {
    const rank = (source: string): number => this.#order.findIndex(({ id }) => id === source);
    return [...sources].sort((a, b) => rank(a) - rank(b));
  }
}
