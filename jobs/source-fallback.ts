import type { Quote } from '../core/market/quote.ts';
import type { Snapshot } from '../core/market/snapshot.ts';
import type { Provider, SourceResponse } from '../core/sources/price-source.ts';
import type { FailureKind, Result } from '../core/sources/result.ts';
import { cheapestFirst } from '../core/sources/source-order.ts';
import { ALL_IDS, listsCoin, type RefreshContext, requestAllCoins, requestSource } from './request-source.ts';

/** A source that has not answered within this time, ms, is not waited for alone: the next one is asked beside it. */
const PATIENCE_MS = 2_500;
/** A share of the coins that may be left to the five-minute round. */
const MAX_MISSING_SHARE = 0.3;
/** A coin that its source has just lost is looked for elsewhere at once while its price is younger than this, ms. */
const JUST_LOST_MS = 3 * 60_000;

/** What the sources told in one refresh. */
export interface FallbackOutcome {
  /** Per coin, from the first source in order that gave a fresh, sane value. */
  readonly quotes: Map<string, Quote>;
  /** All that was told, by source, in order of asking. */
  readonly responses: readonly { readonly source: string; readonly response: SourceResponse }[];
  /** The source that the round was served by; null when none answered. */
  readonly source: string | null;
  readonly failures: readonly { readonly source: string; readonly kind: FailureKind }[];
  /** The coins that the first source lacks were asked for, and how that went. */
  readonly gaps: 'not-due' | 'answered' | 'failed';
}

/**
 * Prices of every coin. Sources are asked in order until one answers; what it lacks is asked of the others, the cheap ones
 * first, every five minutes.
 * @param gapsDue is it time for the coins that the first source lacks?
 * @param had coins that another request of this refresh brings anyway
 */
export async function fetchWithFallback(
  order: readonly Provider[],
  before: Snapshot,
  gapsDue: boolean,
  had: Promise<ReadonlySet<string>>,
  context: RefreshContext,
): Promise<FallbackOutcome> {
  const run = new FallbackRun(order, context);
  await run.fetchMost();
  const missing = run.missing(
    await had,
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

  /** Asks in order until one answers; on, if that one lists only a part of the coins. */
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
    // A slow one may still turn out to be the better one.
    await Promise.all(running);
  }

  #lacking(): string[] {
    return ALL_IDS.filter((id) => id !== 'tether' && !this.quotes.has(id));
  }

  missing(had: ReadonlySet<string>, isDue: (id: string) => boolean): string[] {
    return this.#lacking().filter((id) => !had.has(id) && isDue(id));
  }

  /** Asks the others for these coins: those who answer for chosen coins before those who send everything they have. */
  async fillGaps(ids: readonly string[]): Promise<void> {
    const others = cheapestFirst(this.#order.filter((provider) => !this.#requested.has(provider)));
    for (const provider of others) {
      const { log, environment } = this.#context;
      const left = ids.filter(
        (id) => !this.quotes.has(id) && listsCoin(provider, id, log, environment.now()),
      );
      if (left.length > 0) await this.#take(provider, requestSource(provider, left, this.#context));
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
