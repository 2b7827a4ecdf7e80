import { knownPast, minuteOf } from '../core/history/historical-price.ts';
import { type HistoryIndex, tokensLeft, withFetched } from '../core/history/history-quota.ts';
import { type History, MAX_PAST, NO_HISTORY, type Series } from '../core/history/price-history.ts';
import type { Span } from '../core/sources/price-source.ts';
import { fetchPast, type HistoryQuery, type HistoryResult, isConstant } from './fetch-candles.ts';
import { type HistoryDeps, type HistoryState, mergeHostHealth, storeHistory } from './history-store.ts';
import { type Environment, requestLogOf } from './request.ts';

const MINUTE = 60_000;
const LIFE_MS = { day: 30 * MINUTE, week: 180 * MINUTE };
/** A coin that no source provides is not requested again for this long. */
const MISSED_LIFE_MS = 10 * MINUTE;
const MAX_MISSED = 500;
const MAX_COINS = 20;
const MAX_PARALLEL = 4;
/**
 * Maximum number of queued calls, more than users cause. Further calls are dropped, so a page cannot flood the queue.
 */
const MAX_PENDING = 20;

interface Memory {
  /** By query key: the time before which it is not requested again, ms since the epoch. */
  readonly missed: Map<string, number>;
  /** The last known index; storage may have rejected the write. */
  index: HistoryIndex | null;
}

/**
 * Creates the history job: fetches past prices that are not stored or are out of date, and stores them in one write.
 * Calls run one after the other, so duplicate queries are requested once. Never rejects: unavailable data is absent.
 * @returns a function of (coin ids, the first 20 of which are used; a past time or null; spans up to now); resolves once
 *   everything is stored
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
      .then(() => fetchOnce(deps, memory, [...new Set(ids)].slice(0, MAX_COINS), at, spans))
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
  // Ids come from pages: coins that no source covers are neither requested nor stored.
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

/** The past price comes first: views need it most. */
function queriesFor(
  ids: readonly string[],
  at: number | null,
  spans: readonly Span[],
  histories: HistoryState['histories'],
  now: number,
): readonly HistoryQuery[] {
  const isOld = (series: Series | null | undefined, life: number): boolean =>
    !series || now - series.at >= life || series.at > now;
  const historyOf = (id: string): History => histories[id] ?? NO_HISTORY;
  const moment = at !== null && at > 0 && at <= now ? minuteOf(at) : null;
  return [
    ...(moment === null ? [] : ids.filter((id) => !knownPast(historyOf(id).past, moment))).map((id) => ({
      id,
      at: moment ?? 0,
    })),
    ...spans.flatMap((span) =>
      ids.filter((id) => isOld(historyOf(id)[span], LIFE_MS[span])).map((id) => ({ id, span })),
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
    ...(past && { past: [past, ...before.past].slice(0, MAX_PAST) }),
  };
}

/** Each request is deducted from the quota before it is sent, and refunded if there was no network. */
const countedGet =
  (requestQuota: { tokens: number; spent: number }, { get }: Environment): Environment['get'] =>
  async (...request) => {
    requestQuota.tokens -= 1;
    requestQuota.spent += 1;
    const answer = await get(...request);
    if (!answer.ok && answer.failure.kind === 'offline') {
      requestQuota.tokens += 1;
      requestQuota.spent -= 1;
    }
    return answer;
  };

const queryKey = ({ id, span, at }: HistoryQuery): string => `${id} ${span ?? at}`;

const isKnownMissing = ({ missed }: Memory, query: HistoryQuery, now: number): boolean => {
  const until = missed.get(queryKey(query)) ?? 0;
  return now < until && until - now <= MISSED_LIFE_MS;
};

function rememberMissing({ missed }: Memory, query: HistoryQuery, now: number): void {
  if (missed.size >= MAX_MISSED) missed.clear();
  missed.set(queryKey(query), now + MISSED_LIFE_MS);
}

async function inParallel<T>(items: readonly T[], run: (item: T) => Promise<void>): Promise<void> {
  const remaining = [...items];
  const worker = async (): Promise<void> => {
    for (let next = remaining.shift(); next !== undefined; next = remaining.shift()) await run(next);
  };
  await Promise.all(Array.from({ length: MAX_PARALLEL }, worker));
}
