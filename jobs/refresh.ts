import {
  FX_INTERVAL_MS,
  GAP_INTERVAL_MS,
  HOT_INTERVAL_MS,
  MIN_REFRESH_GAP_MS,
  MISSING_RETRY_MS,
  SIDE_RETRY_MS,
} from '../core/cadence.ts';
import { type Health, isDue } from '../core/health.ts';
import type { FxSource, Provider, Told } from '../core/provider.ts';
import { type FxRates, mergeQuotes, type Snapshot } from '../core/snapshot.ts';
import { ask, type Notes } from './ask.ts';
import { ALL_IDS, askLadder, askProvider, type LadderDeps, type LadderOutcome, lists } from './ladder.ts';

const SIDE_TIMEOUT_MS = 4_000;
/** A change told longer ago than this is no 24-hour change any more. */
const CHANGE_LIFE_MS = 2 * HOT_INTERVAL_MS;

export interface RefreshState {
  readonly snapshot: Snapshot;
  readonly health: Health;
}

export interface RefreshDeps extends LadderDeps {
  readonly ranking: Provider;
  readonly fxSources: readonly FxSource[];
  read(): Promise<RefreshState>;
  /** Writes what changed, at once. */
  write(changed: Partial<RefreshState>): Promise<void>;
}

/**
 * Makes the refresh job: prices from the first source that answers, and, when due, exchange rates and the ranking.
 * Calls while one is running share it (single flight). Everything is read before and written once at the end, so a worker
 * killed half-way leaves the old snapshot whole.
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
  const before = await deps.read();
  const age = deps.now() - newestQuote(before.snapshot);
  if (age >= 0 && age < MIN_REFRESH_GAP_MS) return;
  // What the parallel requests learn about sources is noted here, and stored with the rest at the end.
  const notes: Notes = {
    hosts: { ...before.health.hosts },
    unlisted: { ...before.health.unlisted },
    etags: { ...before.health.etags },
  };
  const [prices, fx, side] = await Promise.all([
    askLadder(deps, notes, wished),
    askFx(deps, before, notes, wished),
    askRanking(deps, before, notes, wished),
  ]);
  const now = deps.now();
  const snapshot: Snapshot = {
    ...before.snapshot,
    quotes: withUsdt(mergeAll(before.snapshot, now, side?.told, prices.told), prices.source, now),
    fx: fx?.rates ?? before.snapshot.fx,
    usdtUsd:
      (side?.told ? pegOf(side.told, deps.ranking.id, now) : pegOf(prices.told, prices.source, now)) ??
      before.snapshot.usdtUsd,
    hot: side?.whole && side.told?.ranking ? { ids: side.told.ranking, at: now } : before.snapshot.hot,
    trouble: troubleAfter(before.snapshot, prices, now),
  };
  const next = { ...before.health.next, ...fx?.next, ...side?.next };
  await writeChanged(deps, before, { snapshot, health: { v: 1, ...notes, next } });
}

async function askFx(
  deps: RefreshDeps,
  before: RefreshState,
  notes: Notes,
  wished: boolean,
): Promise<{ rates: FxRates | null; next: { fx: number } } | null> {
  if (!isWanted(before.snapshot.fx, before.health.next.fx, deps.now(), wished)) return null;
  for (const source of deps.fxSources) {
    const result = await ask(
      {
        origins: source.origins,
        path: source.request(),
        timeoutMs: SIDE_TIMEOUT_MS,
        limit: source.limit,
        decode: source.decode,
      },
      notes,
      deps,
      wished,
    );
    if (!result.ok) continue;
    const at = deps.now();
    return {
      rates: { source: source.id, at, ...result.value },
      next: { fx: at + FX_INTERVAL_MS },
    };
  }
  return { rates: null, next: { fx: deps.now() + retryMs(before.snapshot.fx) } };
}

/** The whole ranking once an hour; in between, the coins that the first source does not list. */
async function askRanking(
  deps: RefreshDeps,
  before: RefreshState,
  notes: Notes,
  wished: boolean,
): Promise<{ told: Told | null; whole: boolean; next: Partial<Health['next']> } | null> {
  const now = deps.now();
  const whole = isWanted(before.snapshot.hot, before.health.next.hot, now, wished);
  if (!whole && !isDue(before.health.next.gaps, now)) return null;
  const first = deps.providers[0];
  const ids = whole ? ALL_IDS : ALL_IDS.filter((id) => !first || !lists(first, id, notes, now));
  const result = await askProvider(deps.ranking, ids, SIDE_TIMEOUT_MS, deps, notes, wished);
  const after = deps.now();
  const retry = after + (whole ? retryMs(before.snapshot.hot) : SIDE_RETRY_MS);
  // The whole ranking holds the gaps, so what failed for it has failed for them.
  if (!result.ok) return { told: null, whole, next: { gaps: retry, ...(whole && { hot: retry }) } };
  const gaps = after + GAP_INTERVAL_MS;
  return { told: result.value, whole, next: whole ? { gaps, hot: after + HOT_INTERVAL_MS } : { gaps } };
}

/** Is a side request due? What is missing altogether waits neither for long nor when a reader asks. */
const isWanted = (known: unknown, next: number, now: number, wished: boolean): boolean =>
  isDue(next, now) || (known === null && (wished || next - now > MISSING_RETRY_MS));

const retryMs = (known: unknown): number => (known === null ? MISSING_RETRY_MS : SIDE_RETRY_MS);

const newestQuote = (snapshot: Snapshot): number =>
  Object.values(snapshot.quotes).reduce((newest, quote) => Math.max(newest, quote.at), 0);

function mergeAll(
  before: Snapshot,
  now: number,
  ...told: readonly (Told | null | undefined)[]
): Snapshot['quotes'] {
  return told.reduce((quotes, one) => (one ? mergeQuotes(quotes, one.quotes, now) : quotes), before.quotes);
}

/** USDT costs one USDT by definition; only its change needs a source, and without one it is absent, not invented. */
function withUsdt(quotes: Snapshot['quotes'], source: string | null, now: number): Snapshot['quotes'] {
  if (!source) return quotes;
  const known = quotes.tether;
  if (known && now - known.at < CHANGE_LIFE_MS) return quotes;
  return { ...quotes, tether: { last: '1', change24h: null, source, at: now } };
}

function pegOf(told: Told | null, source: string | null, at: number): Snapshot['usdtUsd'] {
  return told?.usdtUsd && source ? { rate: told.usdtUsd, at, source } : null;
}

function troubleAfter(before: Snapshot, prices: LadderOutcome, now: number): Snapshot['trouble'] {
  if (prices.told) return null;
  // Hosts that were only resting say nothing new; keep what they said when they were last asked.
  const failures = prices.failures.map((failure) => {
    const earlier = before.trouble?.failures.find(({ source }) => source === failure.source);
    return failure.kind === 'resting' && earlier ? earlier : failure;
  });
  return { since: before.trouble?.since ?? now, failures };
}

async function writeChanged(deps: RefreshDeps, before: RefreshState, after: RefreshState): Promise<void> {
  const changed: { -readonly [K in keyof RefreshState]?: RefreshState[K] } = {};
  if (!same(before.snapshot, after.snapshot)) changed.snapshot = after.snapshot;
  if (!same(before.health, after.health)) changed.health = after.health;
  if (Object.keys(changed).length > 0) await deps.write(changed);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
