import type { FailureKind, Result } from '../core/failure.ts';
import type { Provider, Told } from '../core/provider.ts';
import type { Quote } from '../core/quote.ts';
import type { Snapshot } from '../core/snapshot.ts';
import { cheapestFirst } from '../core/source-order.ts';
import { ALL_IDS, askForAll, askProvider, lists, type Round } from './ask-provider.ts';

/** A source that has not answered within this time, ms, is not waited for alone: the next one is asked beside it. */
const PATIENCE_MS = 2_500;
/** A share of the coins that may be left to the five-minute round. */
const FEW = 0.3;
/** A coin that its source has just lost is looked for elsewhere at once while its price is younger than this, ms. */
const JUST_LOST_MS = 3 * 60_000;

/** What the sources told in one refresh. */
export interface LadderOutcome {
  /** Per coin, from the first source in order that gave a fresh, sane value. */
  readonly quotes: Map<string, Quote>;
  /** All that was told, by source, in order of asking. */
  readonly told: readonly { readonly source: string; readonly told: Told }[];
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
export async function climbLadder(
  order: readonly Provider[],
  before: Snapshot,
  gapsDue: boolean,
  had: Promise<ReadonlySet<string>>,
  round: Round,
): Promise<LadderOutcome> {
  const climb = new Climb(order, round);
  await climb.toMostAnswers();
  const missing = climb.missing(
    await had,
    (id) => gapsDue || isJustLost(before.quotes[id], climb.source, round),
  );
  const wanted = climb.source === null ? [] : missing;
  if (wanted.length > 0) await climb.fill(wanted);
  const filled = wanted.some((id) => climb.quotes.has(id));
  return {
    quotes: climb.quotes,
    told: climb.told,
    source: climb.source,
    failures: climb.failures,
    gaps: gapsDue && wanted.length > 0 ? (filled ? 'answered' : 'failed') : 'not-due',
  };
}

const isJustLost = (quote: Quote | undefined, source: string | null, { reach }: Round): boolean =>
  quote !== undefined && quote.source === source && reach.now() - quote.at < JUST_LOST_MS;

class Climb {
  readonly quotes = new Map<string, Quote>();
  readonly told: { source: string; told: Told }[] = [];
  readonly failures: { source: string; kind: FailureKind }[] = [];
  readonly #order: readonly Provider[];
  readonly #round: Round;
  readonly #asked = new Set<Provider>();

  constructor(order: readonly Provider[], round: Round) {
    this.#order = order;
    this.#round = round;
  }

  /** The first source in order that answered. */
  get source(): string | null {
    return this.#inOrder(this.told.map(({ source }) => source))[0] ?? null;
  }

  /** Asks in order until one answers; on, if that one lists only a part of the coins. */
  async toMostAnswers(): Promise<void> {
    const running: Promise<void>[] = [];
    for (const provider of this.#order) {
      const asked =
        this.told.length === 0
          ? askForAll(provider, this.#round)
          : askProvider(provider, this.#lacking(), this.#round);
      const answer = this.#take(provider, asked);
      running.push(answer);
      await Promise.race([answer, this.#round.reach.wait(PATIENCE_MS)]);
      if (this.told.length > 0 && this.#lacking().length <= ALL_IDS.length * FEW) break;
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
  async fill(ids: readonly string[]): Promise<void> {
    const others = cheapestFirst(this.#order.filter((provider) => !this.#asked.has(provider)));
    for (const provider of others) {
      const { notes, reach } = this.#round;
      const left = ids.filter((id) => !this.quotes.has(id) && lists(provider, id, notes, reach.now()));
      if (left.length > 0) await this.#take(provider, askProvider(provider, left, this.#round));
    }
  }

  async #take(provider: Provider, asked: Promise<Result<Told>>): Promise<void> {
    this.#asked.add(provider);
    const result = await asked;
    const source = provider.id;
    if (!result.ok) {
      this.failures.push({ source, kind: result.failure.kind });
      return;
    }
    this.told.push({ source, told: result.value });
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
