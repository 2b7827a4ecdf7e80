import { knownPast, minuteOf } from '../core/history/historical-price.ts';
import { type HistoryIndex, tokensLeft, withFetched } from '../core/history/history-quota.ts';
import { type History, MOST_PAST, NO_HISTORY, type Series } from '../core/history/price-history.ts';
import type { Span } from '../core/sources/price-source.ts';
import { fetchPast, type HistoryQuery, type HistoryResult, isConstant } from './fetch-candles.ts';
import { type HistoryDeps, type HistoryState, mergeHostHealth, storeHistory } from './history-store.ts';
import { type Environment, requestLogOf } from './request.ts';

const MINUTE = 60_000;
const LIFE_MS = { day: 30 * MINUTE, week: 180 * MINUTE };
/** What nobody has now is not asked for again before this. */
const MISSED_LIFE_MS = 10 * MINUTE;
const MOST_MISSED = 500;
const MOST_COINS = 20;
const MOST_PARALLEL = 4;
/** Calls that may wait for the one that runs. More than readers cause; a page that sends more is not heard. */
const MAX_PENDING = 20;

interface Memory {
  /** By want: not asked for again before this. */
  readonly missed: Map<string, number>;
  /** The index as last known: storage may have refused it. */
  index: HistoryIndex | null;
}

/**
 * Makes the history job: fetches past prices of coins, unless they are stored and young, and stores them in one write.
 * Calls run one after the other, so what two of them want is asked for once. It never rejects: what cannot be had is absent.
 * @returns (coins, of which 20 are taken; a past moment or null; spans up to now) → when all is stored
 */
export function createHistory(
  deps: HistoryDeps,
): (ids: readonly string[], at: number | null, spans?: readonly Span[]) => Promise<void> {
  const memory: Memory = { missed: new Map(), index: null };
  let last: Promise<void> = Promise.resolve();
  let pending = 0;
  return (ids, at, spans = ['day']) => {
    if (pending > MAX_PENDING) return last;
    pending += 1;
    last = last
      .then(() => fetchOnce(deps, memory, [...new Set(ids)].slice(0, MOST_COINS), at, spans))
      .catch(() => undefined)
      .finally(() => {
        pending -= 1;
      });
    return last;
  };
}

async function fetchOnce(
  deps: HistoryDeps,
  memory: Memory,
  ids: readonly string[],
  at: number | null,
  spans: readonly Span[],
): Promise<void> {
  const providers = await deps.providers();
  // Ids come from pages: what no source knows is neither asked for nor stored.
  const coins = ids.filter((id) => isConstant(id) || providers.some(({ candles }) => candles?.covers(id)));
  const state = await deps.read(coins);
  const { environment } = deps;
  const now = environment.now();
  const queries = queriesFor(coins, at, spans, state.histories, now).filter(
    (query) => !isKnownMissing(memory, query, now),
  );
  if (queries.length === 0) return;
  const log = requestLogOf(state.health);
  const index = memory.index && memory.index.tokensAt > state.index.tokensAt ? memory.index : state.index;
  const requestQuota = { tokens: tokensLeft(index, now), spent: 0 };
  const context = {
    environment: { ...environment, get: countedGet(requestQuota, environment) },
    log,
    providers,
    usdtUsd: state.usdtUsd,
    hasQuota: () => requestQuota.tokens >= 1,
  };
  const histories: Record<string, History> = {};
  await inParallel(queries, async (query) => {
    const found = await fetchPast(query, context);
    if (found === 'nothing') rememberMissing(memory, query, environment.now());
    else if (found)
      histories[query.id] = mergeResult(histories[query.id] ?? state.histories[query.id], found, query);
  });
  const fetched = Object.keys(histories);
  if (fetched.length === 0 && requestQuota.spent === 0) return;
  const { kept, dropped } = withFetched(state.index.ids, fetched);
  const spent = {
    v: 1,
    ids: kept,
    tokens: Math.max(0, requestQuota.tokens),
    tokensAt: environment.now(),
  } as const;
  memory.index = spent;
  await deps.withLock(async () => {
    const health = mergeHostHealth(await deps.readHealth(), state.health, log, environment);
    await storeHistory(deps, { histories, index: spent, health, dropped });
  });
}

/** The past moment first: a view can do without the rest sooner. */
function queriesFor(
  ids: readonly string[],
  at: number | null,
  spans: readonly Span[],
  histories: HistoryState['histories'],
  now: number,
): readonly HistoryQuery[] {
  const isOld = (series: Series | null | undefined, life: number): boolean =>
    !series || now - series.at >= life || series.at > now;
  const of = (id: string): History => histories[id] ?? NO_HISTORY;
  const moment = at !== null && at > 0 && at <= now ? minuteOf(at) : null;
  return [
    ...(moment === null ? [] : ids.filter((id) => !knownPast(of(id).past, moment))).map((id) => ({
      id,
      at: moment ?? 0,
    })),
    ...spans.flatMap((span) =>
      ids.filter((id) => isOld(of(id)[span], LIFE_MS[span])).map((id) => ({ id, span })),
    ),
  ];
}

function mergeResult(
  before: History = NO_HISTORY,
  { series, past }: HistoryResult,
  { span }: HistoryQuery,
): History {
  return {
    ...before,
    ...(series && span && { [span]: series }),
    ...(past && { past: [past, ...before.past].slice(0, MOST_PAST) }),
  };
}

/** Every request is paid for before it goes out; one that found no network gets its money back. */
const countedGet =
  (requestQuota: { tokens: number; spent: number }, { get }: Environment): Environment['get'] =>
  async (...request) => {
    requestQuota.tokens -= 1;
    requestQuota.spent += 1;
    const got = await get(...request);
    if (!got.ok && got.failure.kind === 'offline') {
      requestQuota.tokens += 1;
      requestQuota.spent -= 1;
    }
    return got;
  };

const queryKey = ({ id, span, at }: HistoryQuery): string => `${id} ${span ?? at}`;

const isKnownMissing = ({ missed }: Memory, query: HistoryQuery, now: number): boolean => {
  const until = missed.get(queryKey(query)) ?? 0;
  return now < until && until - now <= MISSED_LIFE_MS;
};

function rememberMissing({ missed }: Memory, query: HistoryQuery, now: number): void {
  if (missed.size >= MOST_MISSED) missed.clear();
  missed.set(queryKey(query), now + MISSED_LIFE_MS);
}

async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: MOST_PARALLEL }, worker));
}
