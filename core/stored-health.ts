import type { Budget } from './budget.ts';
import { COIN_ID } from './coin.ts';
import { type Health, type HostHealth, NO_HEALTH } from './health.ts';
import { isRecord } from './parse.ts';

const amount = (value: unknown): number =>
  Number.isFinite(value) && (value as number) >= 0 ? (value as number) : 0;

/** Reads stored health; anything odd counts as never having asked. */
export function parseHealth(raw: unknown): Health {
  if (!isRecord(raw) || raw.v !== 1) return NO_HEALTH;
  const next = isRecord(raw.next) ? raw.next : {};
  return {
    v: 1,
    hosts: parseEach(raw.hosts, parseHost),
    unlisted: parseEach(raw.unlisted, ({ ids, until }) =>
      Array.isArray(ids)
        ? {
            ids: ids.filter((id): id is string => typeof id === 'string' && COIN_ID.test(id)),
            until: amount(until),
          }
        : null,
    ),
    bulk: Object.fromEntries(
      entriesOf(raw.bulk).flatMap(([id, at]) => (amount(at) > 0 ? [[id, amount(at)]] : [])),
    ),
    etags: parseTexts(raw.etags),
    next: {
      fx: amount(next.fx),
      hot: amount(next.hot),
      gaps: amount(next.gaps),
      trending: amount(next.trending),
    },
  };
}

const entriesOf = (raw: unknown): [string, unknown][] =>
  isRecord(raw) ? Object.entries(raw).filter(([key]) => key !== '__proto__') : [];

function parseEach<T>(raw: unknown, parse: (one: Record<string, unknown>) => T | null): Record<string, T> {
  const parsed: Record<string, T> = {};
  for (const [key, value] of entriesOf(raw)) {
    const one = isRecord(value) ? parse(value) : null;
    if (one) parsed[key] = one;
  }
  return parsed;
}

const parseTexts = (raw: unknown): Record<string, string> =>
  Object.fromEntries(
    entriesOf(raw).filter((entry): entry is [string, string] => {
      const [, value] = entry;
      return typeof value === 'string' && value.length <= 200;
    }),
  );

function parseHost(raw: Record<string, unknown>): HostHealth {
  return {
    failures: amount(raw.failures),
    retryAt: amount(raw.retryAt),
    boundUntil: amount(raw.boundUntil),
    askedAt: amount(raw.askedAt),
    goodAt: amount(raw.goodAt),
    latencyMs: Number.isFinite(raw.latencyMs) ? amount(raw.latencyMs) : null,
    failing: Math.min(1, amount(raw.failing)),
    lastFailure: parseLastFailure(raw.lastFailure),
    budget: parseBudget(raw.budget),
    tokens: amount(raw.tokens),
    tokensAt: amount(raw.tokensAt),
  };
}

function parseLastFailure(raw: unknown): HostHealth['lastFailure'] {
  if (!isRecord(raw) || typeof raw.kind !== 'string' || raw.kind.length > 24) return null;
  const detail = typeof raw.detail === 'string' ? raw.detail.slice(0, 200) : '';
  return { kind: raw.kind, at: amount(raw.at), detail };
}

function parseBudget(raw: unknown): Budget | null {
  if (!isRecord(raw)) return null;
  return { remaining: amount(raw.remaining), limit: amount(raw.limit), resetAt: amount(raw.resetAt) };
}
