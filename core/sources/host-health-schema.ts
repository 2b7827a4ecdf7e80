import { COIN_ID } from '../market/coin.ts';
import { isRecord } from '../storage/guards.ts';
import type { Budget } from './host-health.ts';
import { type Health, type HostHealth, NO_HEALTH } from './host-health.ts';

const amountOrZero = (value: unknown): number =>
  Number.isFinite(value) && (value as number) >= 0 ? (value as number) : 0;

/** Reads stored health; anything odd counts as never having asked. */
export function parseHealth(raw: unknown): Health {
  if (!isRecord(raw) || (raw.v !== 1 && raw.v !== 2)) return NO_HEALTH;
  const next = isRecord(raw.next) ? raw.next : {};
  return {
    v: 2,
    hosts: parseEach(raw.hosts, raw.v === 1 ? parseHostVersion1 : parseHost),
    unlisted: parseEach(raw.unlisted, ({ ids, until }) =>
      Array.isArray(ids)
        ? {
            ids: ids.filter((id): id is string => typeof id === 'string' && COIN_ID.test(id)),
            until: amountOrZero(until),
          }
        : null,
    ),
    bulk: Object.fromEntries(
      entriesOf(raw.bulk).flatMap(([id, at]) => (amountOrZero(at) > 0 ? [[id, amountOrZero(at)]] : [])),
    ),
    digests: parseEach(raw.digests, ({ hash, since }) => ({
      hash: amountOrZero(hash),
      since: amountOrZero(since),
    })),
    etags: parseTexts(raw.etags),
    next: {
      fx: amountOrZero(next.fx),
      hot: amountOrZero(next.hot),
      gaps: amountOrZero(next.gaps),
      trending: amountOrZero(next.trending),
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
    failures: amountOrZero(raw.failures),
    retryAt: amountOrZero(raw.retryAt),
    serverRetryAt: amountOrZero(raw.serverRetryAt),
    askedAt: amountOrZero(raw.askedAt),
    goodAt: amountOrZero(raw.goodAt),
    latencyMs: Number.isFinite(raw.latencyMs) ? amountOrZero(raw.latencyMs) : null,
    failing: Math.min(1, amountOrZero(raw.failing)),
    lastFailure: parseLastFailure(raw.lastFailure),
    budget: parseBudget(raw.budget),
    tokens: amountOrZero(raw.tokens),
    tokensAt: amountOrZero(raw.tokensAt),
  };
}

/** Version 1 stored `serverRetryAt` under another name. */
const parseHostVersion1 = (raw: Record<string, unknown>): HostHealth =>
  parseHost({ ...raw, serverRetryAt: raw.boundUntil });

function parseLastFailure(raw: unknown): HostHealth['lastFailure'] {
  if (!isRecord(raw) || typeof raw.kind !== 'string' || raw.kind.length > 24) return null;
  const detail = typeof raw.detail === 'string' ? raw.detail.slice(0, 200) : '';
  return { kind: raw.kind, at: amountOrZero(raw.at), detail };
}

function parseBudget(raw: unknown): Budget | null {
  if (!isRecord(raw)) return null;
  return {
    remaining: amountOrZero(raw.remaining),
    limit: amountOrZero(raw.limit),
    resetAt: amountOrZero(raw.resetAt),
  };
}
