import { BULK_INTERVAL_MS, MISSING_LIFE_MS, UNLISTED_LIFE_MS } from '../core/cadence.ts';
import { COINS } from '../core/catalogue.ts';
import { byReadersClock, skewOf } from '../core/clock-skew.ts';
import { type Answer, failed, type Result, success } from '../core/failure.ts';
import { isDue, mayAsk } from '../core/health.ts';
import type { Provider, Told } from '../core/provider.ts';
import type { Quote } from '../core/quote.ts';
import { digestOf, isFresh, isPlausible, isStalled } from '../core/sanity.ts';
import { hostOf } from '../core/source.ts';
import { ask, type Notes, type Reach } from './ask.ts';

export const ALL_IDS = COINS.map((coin) => coin.id);

const PRICE_TIMEOUT_MS = 5_000;
/** A source that tells one coin an answer is asked for so many of them at once. */
const MOST_SINGLES = 5;

/** What holds for every request of one refresh. */
export interface Round {
  readonly reach: Reach;
  readonly notes: Notes;
  /** A reader is waiting. */
  readonly wished: boolean;
  /** Dollars for one USDT as last known. */
  readonly usdtUsd: string | undefined;
  /** Requests of this refresh for every coin that are under way or over, by source id: nobody is asked twice. */
  readonly shared: Map<string, Promise<Result<Told>>>;
  /** What was told before, by source id: the answer of those who say "not modified". */
  readonly earlier?: (source: string) => Told | undefined;
}

/** Does this source list the coin, as far as is known now? */
export function lists(
  provider: Provider,
  id: string,
  { unlisted }: Pick<Notes, 'unlisted'>,
  now: number,
): boolean {
  const known = unlisted[provider.id];
  return provider.covers(id) && !(known && !isDue(known.until, now) && known.ids.includes(id));
}

/** Prices of every coin a source lists; once a refresh, whoever asks. */
export function askForAll(provider: Provider, round: Round): Promise<Result<Told>> {
  const asked = round.shared.get(provider.id) ?? askProvider(provider, ALL_IDS, round);
  round.shared.set(provider.id, asked);
  return asked;
}

/**
 * Prices of these coins from one source: those it lists, and of what it tells, what is fresh and can be true. A batch that one
 * unknown symbol spoils is repaired. Coins missing from a good answer are remembered as not listed.
 */
export async function askProvider(
  provider: Provider,
  ids: readonly string[],
  round: Round,
): Promise<Result<Told>> {
  const { notes, reach } = round;
  const asked = ids.filter((id) => lists(provider, id, notes, reach.now()));
  if (asked.length === 0) return failed('empty');
  if (provider.scope === 'each') return askEach(provider, asked.slice(0, MOST_SINGLES), round);
  if (provider.scope === 'all') {
    const since = reach.now() - (notes.bulk[provider.id] ?? 0);
    if (since >= 0 && since < BULK_INTERVAL_MS) return failed('resting');
  }
  const result = await askOnce(provider, asked, round);
  const told =
    !result.ok && result.failure.kind === 'unknown-symbol'
      ? await askRepaired(provider, ids, round, result)
      : result;
  if (told.ok) rememberMissing(provider, asked, told.value.quotes, round);
  else if (told.failure.kind === 'empty') rememberMissing(provider, asked, new Map(), round);
  return told;
}

async function askOnce(provider: Provider, asked: readonly string[], round: Round): Promise<Result<Told>> {
  const { notes, reach, wished, earlier } = round;
  const value = earlier?.(provider.id);
  if (provider.scope === 'all' && mayAskAny(provider, round)) {
    notes.bulk[provider.id] = reach.now();
    await reach.noteBulk(provider.id, reach.now());
  }
  return ask(
    {
      origins: provider.origins,
      path: provider.request(asked),
      timeoutMs: PRICE_TIMEOUT_MS,
      limit: provider.limit,
      ...(provider.explain && { explain: provider.explain }),
      ...(provider.budget && { budget: provider.budget }),
      since: provider.scope === 'batch' ? { id: provider.id, value } : undefined,
      decode: (answer) => decodeSane(provider, answer, asked, round),
    },
    notes,
    reach,
    wished,
  );
}

const mayAskAny = ({ origins, limit }: Provider, { notes, reach, wished }: Round): boolean =>
  origins.some((origin) => mayAsk(notes.hosts[hostOf(origin)], reach.now(), wished, limit));

function decodeSane(
  provider: Provider,
  answer: Answer,
  asked: readonly string[],
  { usdtUsd, notes }: Round,
): Result<Told> {
  const skew = skewOf(answer);
  const told = provider.decode({ ...answer, at: answer.at + skew }, asked, usdtUsd);
  if (!told.ok) return told;
  const sane = new Map<string, Quote>();
  for (const [id, quote] of byReadersClock(told.value.quotes, skew)) {
    if (isPlausible(quote) && isFresh(quote, provider.freshMs, answer.at)) sane.set(id, quote);
  }
  const isFrozen = sane.size === 0 || isStanding(provider, sane, answer.at, notes);
  return isFrozen ? failed('frozen') : success({ ...told.value, quotes: sane });
}

/** Does a source that dates nothing tell what it has told for minutes? One that tells the time of its prices is judged by that. */
function isStanding(
  { id }: Provider,
  quotes: ReadonlyMap<string, Quote>,
  now: number,
  { digests }: Notes,
): boolean {
  if ([...quotes.values()].some(({ at }) => at !== now)) return false;
  const digest = digestOf(quotes, digests[id], now);
  if (!digest) return false;
  digests[id] = digest;
  return isStalled(digest, now);
}

async function askEach(provider: Provider, asked: readonly string[], round: Round): Promise<Result<Told>> {
  const results = await Promise.all(asked.map((id) => askOnce(provider, [id], round)));
  const told = results.flatMap((result) => (result.ok ? [result.value] : []));
  const [first] = results;
  if (told.length === 0) return first ?? failed('empty');
  return success({ ...told[0], quotes: new Map(told.flatMap(({ quotes }) => [...quotes])) });
}

/** Finds out which coins the venue no longer lists, remembers them for a day, and asks again without. */
async function askRepaired(
  provider: Provider,
  ids: readonly string[],
  round: Round,
  spoilt: Result<Told>,
): Promise<Result<Told>> {
  const { notes, reach, wished } = round;
  const { listing, origins, limit } = provider;
  if (!listing) return spoilt;
  const listed = await ask(
    { origins, path: listing.path, timeoutMs: PRICE_TIMEOUT_MS, limit, decode: listing.decode },
    notes,
    reach,
    wished,
  );
  if (!listed.ok) return spoilt;
  notes.unlisted[provider.id] = {
    ids: ALL_IDS.filter((id) => provider.covers(id) && !listed.value.has(id)),
    until: reach.now() + UNLISTED_LIFE_MS,
  };
  const left = ids.filter((id) => lists(provider, id, notes, reach.now()));
  return left.length > 0 ? askOnce(provider, left, round) : failed('empty');
}

function rememberMissing(
  provider: Provider,
  asked: readonly string[],
  quotes: ReadonlyMap<string, Quote>,
  { notes, reach }: Round,
): void {
  const missing = asked.filter((id) => id !== 'tether' && !quotes.has(id));
  if (missing.length === 0) return;
  const known = notes.unlisted[provider.id];
  const isOn = known && !isDue(known.until, reach.now());
  notes.unlisted[provider.id] = isOn
    ? { ids: [...new Set([...known.ids, ...missing])], until: known.until }
    : { ids: missing, until: reach.now() + MISSING_LIFE_MS };
}
