import type { Failure } from './result.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CEILING_MS = 30 * MINUTE;

/**
 * Returns the delay before a host is requested again after its n-th consecutive failure.
 * @param failures consecutive failures, from 1
 * @param failure the last one; the delay is never shorter than its Retry-After
 * @param random a number in [0, 1): adds up to a quarter, so that clients do not all return at once
 * @returns milliseconds, at most 30 minutes unless the server or the kind of failure requires more
 */
export function backOffMs(failures: number, failure: Failure, random: number): number {
  return Math.round(Math.max(serverDelayMs(failure), baseMs(failures, failure)) * (1 + random / 4));
}

/** Returns the delay that the server requested, in ms; a ban without a time counts as five minutes. */
export const serverDelayMs = ({ kind, retryAfterMs }: Failure): number =>
  Math.min(retryAfterMs ?? (kind === 'banned' ? 5 * MINUTE : 0), 24 * HOUR);

function baseMs(failures: number, failure: Failure): number {
  switch (failure.kind) {
    case 'geo-blocked': // waiting does not help, but the reader may travel
      return HOUR;
    case 'plan':
      return 24 * HOUR;
    case 'offline':
      return 0;
    default:
      return Math.min(CEILING_MS, 30 * SECOND * 2 ** Math.min(failures - 1, 10)) * 0.8;
  }
}
