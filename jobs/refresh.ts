import { mergeQuotes, type Snapshot } from '../core/market/snapshot.ts';
import type { Settings } from '../core/settings/settings.ts';
import { type Health, isDue } from '../core/sources/host-health.ts';
import { FX_INTERVAL_MS, MIN_REFRESH_GAP_MS } from '../core/sources/intervals.ts';
import type { FxSource, Provider, SourceResponse, TrendingSource } from '../core/sources/price-source.ts';
import { isRecent } from '../core/sources/quote-checks.ts';
import { FEED } from '../core/sources/source-info.ts';
import { orderSources, sourcesOn, withMirror } from '../core/sources/source-order.ts';
import { crossCheck } from './cross-check.ts';
import { type Environment, requestLogOf } from './request.ts';
import type { RefreshContext } from './request-source.ts';
import {
  requestFx,
  requestRanking,
  requestTrending,
  requestUsdtUsdRate,
  skipRanking,
} from './secondary-requests.ts';
import { gapsAfter, markUnchanged, troubleAfter, usdtUsdRateOf, withUsdt } from './snapshot-updates.ts';
import { fetchWithFallback } from './source-fallback.ts';

/** The user's settings that concern sources. */
export type SourceSettings = Pick<Settings, 'sourceOrder' | 'sourcesOff' | 'mirrors' | 'feedUrl'>;

export interface RefreshState {
  readonly snapshot: Snapshot;
  readonly health: Health;
}

export interface RefreshDeps {
  readonly environment: Environment;
  /** All price sources, in bundled order. */
  readonly providers: readonly Provider[];
  /** The source that ranks coins by market cap and provides trending searches. */
  readonly ranking: Provider & TrendingSource;
  /** Sources of the USDT/USD rate, besides the ranking. */
  readonly usdtUsdSources: readonly Provider[];
  readonly fxSources: readonly FxSource[];
  /** Creates a source for the user's own feed. */
  feed(url: string): Provider;
  settings(): Promise<SourceSettings>;
  read(): Promise<RefreshState>;
  /** Runs `work` under the lock that guards the stored host health. */
  withLock(work: () => Promise<void>): Promise<void>;
  /** Writes the changed items in one call. */
  write(changed: Partial<RefreshState>): Promise<void>;
}

/**
 * Creates the refresh job: fetches the price of every coin from the first source with a recent, plausible quote, and,
 * when due, exchange rates, the ranking and trending searches. Calls during a run share it (single flight). State is
 * read once at the start and written once at the end, so a worker that is killed midway leaves the old snapshot intact.
 */
export function createRefresh(deps: RefreshDeps): (userInitiated: boolean) => Promise<void> {
  let running: Promise<void> | null = null;
  return (userInitiated) => {
    running ??= refreshOnce(deps, userInitiated).finally(() => {
      running = null;
    });
    return running;
  };
}

async function refreshOnce(deps: RefreshDeps, userInitiated: boolean): Promise<void> {
  const { environment } = deps;
  const [before, settings] = await Promise.all([deps.read(), deps.settings()]);
  const age = environment.now() - newestQuote(before.snapshot);
  if (age >= 0 && age < MIN_REFRESH_GAP_MS) return;
  const { snapshot: known, health } = before;
  const log = requestLogOf(health);
  const context: RefreshContext = {
    environment,
    log,
    userInitiated,
    shared: new Map(),
    usdtUsd: known.usdtUsd?.rate,
    previousResponse: (source) =>
      source === FEED
        ? previousFeedResponse(known, deps.feed(settings.feedUrl).freshMs, environment.now())
        : undefined,
  };
  const order = sourcesInOrder(deps, settings, health);
  const gapsDue = isDue(health.next.gaps, environment.now());
  const answers = await requestAll(deps, settings, before, order, gapsDue, context);
  const { prices, rank, fx, trending } = answers;
  const quotes = new Map([...(rank.response?.quotes ?? []), ...prices.quotes]);
  markUnchanged(quotes, known.quotes);
  const otherResponses = rank.response ? [rank.response.quotes] : [];
  await crossCheck(quotes, otherResponses, known.quotes, order, gapsDue, context);
  const usdtUsdRate = await findUsdtUsdRate(deps, answers, context);
  const now = environment.now();
  const feed = feedResponsesOf(prices)[0]?.response;
  const snapshot: Snapshot = {
    ...known,
    quotes: withUsdt(mergeQuotes(known.quotes, quotes, now), prices.source, now),
    ...secondaryParts(known, answers, feed, now),
    usdtUsd: usdtUsdRate ? { ...usdtUsdRate, at: now } : known.usdtUsd,
    trouble: troubleAfter(known, prices, deps.providers, now),
  };
  const next = {
    ...health.next,
    ...fx.next,
    ...rank.next,
    ...trending.next,
    ...gapsAfter(prices, rank.response !== null, known, now),
    ...(feed?.fx && { fx: now + FX_INTERVAL_MS }),
  };
  await writeChanged(deps, before, { snapshot, health: { v: 2, ...log, next } });
}

/** What one refresh asks for side by side: prices, and, where due, the ranking, exchange rates and what is looked for. */
async function requestAll(
  deps: RefreshDeps,
  settings: SourceSettings,
  { snapshot: known, health }: RefreshState,
  order: readonly Provider[],
  gapsDue: boolean,
  context: RefreshContext,
) {
  const ranking = sourcesOn(deps.providers, settings.sourcesOff).some(({ id }) => id === deps.ranking.id)
    ? withMirror(deps.ranking, settings.mirrors)
    : null;
  const ranked = ranking
    ? requestRanking(ranking, known, health.next, context)
    : skipRanking(health.next, context.environment.now());
  const rankedIds = ranked.then(({ response }) => new Set(response?.quotes.keys()));
  const fxSources = sourcesOn(deps.fxSources, settings.sourcesOff).map((source) =>
    withMirror(source, settings.mirrors),
  );
  const [prices, rank, fx, trending] = await Promise.all([
    fetchWithFallback(order, known, gapsDue, rankedIds, context),
    ranked,
    requestFx(fxSources, known, health.next, context),
    ranking ? ranked.then(() => requestTrending(ranking, health.next, context)) : { ids: null, next: {} },
  ]);
  return { prices, rank, fx, trending };
}

type Answers = Awaited<ReturnType<typeof requestAll>>;

const feedResponsesOf = ({ responses }: Answers['prices']) =>
  responses.filter(({ source }) => source === FEED);

/** Returns the USDT/USD rate of the responses, the feed first. Requests it only if the ranking was due and no response had it. */
async function findUsdtUsdRate(
  deps: RefreshDeps,
  { prices, rank }: Answers,
  context: RefreshContext,
): Promise<Omit<NonNullable<Snapshot['usdtUsd']>, 'at'> | null> {
  const rankingResponses = rank.response ? [{ source: deps.ranking.id, response: rank.response }] : [];
  const known = usdtUsdRateOf([...feedResponsesOf(prices), ...rankingResponses, ...prices.responses]);
  return known ?? (rank.attempted ? await requestUsdtUsdRate(deps.usdtUsdSources, context) : null);
}

/** Exchange rates, ranking and what is looked for after a refresh; what nobody has answered stays as it was. */
function secondaryParts(
  known: Snapshot,
  { rank, fx, trending }: Answers,
  feed: SourceResponse | undefined,
  now: number,
): Pick<Snapshot, 'fx' | 'hot' | 'trending'> {
  const hot = rank.response?.ranking ?? feed?.ranking;
  return {
    fx: (feed?.fx && { ...feed.fx, source: FEED, at: now }) ?? fx.rates ?? known.fx,
    hot: hot ? { ids: hot, at: now } : known.hot,
    trending: trending.ids ? { ids: trending.ids, at: now } : known.trending,
  };
}

function sourcesInOrder(deps: RefreshDeps, settings: SourceSettings, health: Health): readonly Provider[] {
  const order = orderSources(deps.providers, settings, health.hosts);
  return settings.feedUrl ? [deps.feed(settings.feedUrl), ...order] : order;
}

/**
 * The feed's previous data, used when it answers 304 Not Modified. Outdated quotes are left out, because a feed that is
 * no longer written keeps answering 304.
 */
function previousFeedResponse(
  { quotes, hot, fx }: Snapshot,
  freshMs: number,
  now: number,
): SourceResponse | undefined {
  const own = Object.entries(quotes).filter(
    ([, quote]) => quote.source === FEED && isRecent(quote, freshMs, now),
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

/** Writes only what changed, in one call. Health that other jobs stored in the meantime is kept. */
function writeChanged(deps: RefreshDeps, before: RefreshState, after: RefreshState): Promise<void> {
  return deps.withLock(async () => {
    const { health: latest } = await deps.read();
    const updatedHosts = Object.entries(after.health.hosts).filter(
      ([host, health]) => !isSame(health, before.health.hosts[host]),
    );
    const health = { ...after.health, hosts: { ...latest.hosts, ...Object.fromEntries(updatedHosts) } };
    const changed = {
      ...(!isSame(before.snapshot, after.snapshot) && { snapshot: after.snapshot }),
      ...(!isSame(latest, health) && { health }),
    };
    if (Object.keys(changed).length > 0) await deps.write(changed);
  });
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
