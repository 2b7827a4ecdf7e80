import { FX_INTERVAL_MS, MIN_REFRESH_GAP_MS } from '../core/cadence.ts';
import { type Health, isDue } from '../core/health.ts';
import type { FxSource, Provider, Told, TrendingSource } from '../core/provider.ts';
import { isFresh } from '../core/sanity.ts';
import type { Settings } from '../core/settings.ts';
import { mergeQuotes, type Snapshot } from '../core/snapshot.ts';
import { FEED } from '../core/source.ts';
import { orderSources, sourcesOn, withMirror } from '../core/source-order.ts';
import { notesOf, type Reach } from './ask.ts';
import type { Round } from './ask-provider.ts';
import { gapsAfter, noteStill, pegOf, troubleAfter, withUsdt } from './assemble.ts';
import { settleDoubts } from './doubts.ts';
import { climbLadder } from './ladder.ts';
import { askFx, askPeg, askRanking, askTrending, goUnranked } from './side.ts';

/** The reader's choices that concern sources. */
export type SourceSettings = Pick<Settings, 'sourceOrder' | 'sourcesOff' | 'mirrors' | 'feedUrl'>;

export interface RefreshState {
  readonly snapshot: Snapshot;
  readonly health: Health;
}

export interface RefreshDeps {
  readonly reach: Reach;
  /** Every price source, in bundled order. */
  readonly providers: readonly Provider[];
  /** The one that ranks coins by market cap and knows what people look for. */
  readonly ranking: Provider & TrendingSource;
  /** Those that know what a USDT costs in dollars, beside the ranking. */
  readonly pegs: readonly Provider[];
  readonly fxSources: readonly FxSource[];
  /** A source made of the reader's own feed. */
  feed(url: string): Provider;
  settings(): Promise<SourceSettings>;
  read(): Promise<RefreshState>;
  /** Nobody else reads, changes and writes what is known of hosts while this work runs. */
  alone(work: () => Promise<void>): Promise<void>;
  /** Writes what changed, at once. */
  write(changed: Partial<RefreshState>): Promise<void>;
}

/**
 * Makes the refresh job: the price of every coin from the first source that has a fresh and sane one, and, when due, exchange
 * rates, the ranking and what is looked for. Calls while one is running share it (single flight). Everything is read before and
 * written once at the end, so a worker killed half-way leaves the old snapshot whole.
 */
export function createRefresh(deps: RefreshDeps): (wished: boolean) => Promise<void> {
  let running: Promise<void> | null = null;
  return (wished) => {
    running ??= refreshOnce(deps, wished).finally(() => {
      running = null;
    });
    return running;
  };
}

async function refreshOnce(deps: RefreshDeps, wished: boolean): Promise<void> {
  const { reach } = deps;
  const [before, settings] = await Promise.all([deps.read(), deps.settings()]);
  const age = reach.now() - newestQuote(before.snapshot);
  if (age >= 0 && age < MIN_REFRESH_GAP_MS) return;
  const { snapshot: known, health } = before;
  const notes = notesOf(health);
  const round: Round = {
    reach,
    notes,
    wished,
    shared: new Map(),
    usdtUsd: known.usdtUsd?.rate,
    earlier: (source) =>
      source === FEED ? toldBefore(known, deps.feed(settings.feedUrl).freshMs, reach.now()) : undefined,
  };
  const order = orderOf(deps, settings, health);
  const ranking = sourcesOn(deps.providers, settings.sourcesOff).some(({ id }) => id === deps.ranking.id)
    ? withMirror(deps.ranking, settings.mirrors)
    : null;
  const gapsDue = isDue(health.next.gaps, reach.now());
  const ranked = ranking
    ? askRanking(ranking, known, health.next, round)
    : goUnranked(health.next, reach.now());
  const had = ranked.then(({ told }) => new Set(told?.quotes.keys()));
  const fxSources = sourcesOn(deps.fxSources, settings.sourcesOff).map((source) =>
    withMirror(source, settings.mirrors),
  );
  const [prices, rank, fx, trending] = await Promise.all([
    climbLadder(order, known, gapsDue, had, round),
    ranked,
    askFx(fxSources, known, health.next, round),
    ranking ? ranked.then(() => askTrending(ranking, health.next, round)) : { ids: null, next: {} },
  ]);
  const quotes = new Map([...(rank.told?.quotes ?? []), ...prices.quotes]);
  noteStill(quotes, known.quotes);
  const beside = rank.told ? [rank.told.quotes] : [];
  await settleDoubts(quotes, beside, known.quotes, order, gapsDue, round);
  const ofFeed = prices.told.filter(({ source }) => source === FEED);
  const ofRanking = rank.told ? [{ source: deps.ranking.id, told: rank.told }] : [];
  const peg =
    pegOf([...ofFeed, ...ofRanking, ...prices.told]) ?? (rank.tried ? await askPeg(deps.pegs, round) : null);
  const now = reach.now();
  const feed = ofFeed[0]?.told;
  const hot = rank.told?.ranking ?? feed?.ranking;
  const snapshot: Snapshot = {
    ...known,
    quotes: withUsdt(mergeQuotes(known.quotes, quotes, now), prices.source, now),
    fx: (feed?.fx && { ...feed.fx, source: FEED, at: now }) ?? fx.rates ?? known.fx,
    usdtUsd: peg ? { ...peg, at: now } : known.usdtUsd,
    hot: hot ? { ids: hot, at: now } : known.hot,
    trending: trending.ids ? { ids: trending.ids, at: now } : known.trending,
    trouble: troubleAfter(known, prices, deps.providers, now),
  };
  const next = {
    ...health.next,
    ...fx.next,
    ...rank.next,
    ...trending.next,
    ...gapsAfter(prices, rank.told !== null, known, now),
    ...(feed?.fx && { fx: now + FX_INTERVAL_MS }),
  };
  await writeChanged(deps, before, { snapshot, health: { v: 1, ...notes, next } });
}

function orderOf(deps: RefreshDeps, settings: SourceSettings, health: Health): readonly Provider[] {
  const order = orderSources(deps.providers, settings, health.hosts);
  return settings.feedUrl ? [deps.feed(settings.feedUrl), ...order] : order;
}

/**
 * What the feed told the last time, for when it says that nothing has changed since. Not what is too old to be news: a feed
 * whose writer has died goes on saying so.
 */
function toldBefore({ quotes, hot, fx }: Snapshot, freshMs: number, now: number): Told | undefined {
  const own = Object.entries(quotes).filter(
    ([, quote]) => quote.source === FEED && isFresh(quote, freshMs, now),
  );
  if (own.length === 0) return undefined;
  return {
    quotes: new Map(own),
    ...(hot && { ranking: hot.ids }),
    ...(fx?.source === FEED && { fx: { date: fx.date, perUsd: fx.perUsd } }),
  };
}

const newestQuote = (snapshot: Snapshot): number =>
  Object.values(snapshot.quotes).reduce((newest, quote) => Math.max(newest, quote.at), 0);

/** In one write, and only what changed. What other jobs have learnt of hosts in the meantime stays. */
function writeChanged(deps: RefreshDeps, before: RefreshState, after: RefreshState): Promise<void> {
  return deps.alone(async () => {
    const { health: latest } = await deps.read();
    const learnt = Object.entries(after.health.hosts).filter(
      ([host, health]) => !same(health, before.health.hosts[host]),
    );
    const health = { ...after.health, hosts: { ...latest.hosts, ...Object.fromEntries(learnt) } };
    const changed = {
      ...(!same(before.snapshot, after.snapshot) && { snapshot: after.snapshot }),
      ...(!same(latest, health) && { health }),
    };
    if (Object.keys(changed).length > 0) await deps.write(changed);
  });
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
