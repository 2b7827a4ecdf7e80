import type { Failure } from './result.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const CEILING_MS = 30 * MINUTE;

/**
 * How long to leave a host alone after its n-th failure in a row.
 * @param failures failures in a row, from 1
 * @param failure the last one; a server's own Retry-After is never undercut
 * @param random a number in [0, 1): up to a quarter is added so that readers do not return all at once
 * @returns milliseconds, at most 30 minutes unless the server or the kind of failure asks for more
 */
export function backOffMs(failures: number, failure: Failure, random: number): number {
  return Math.round(Math.max(serverDelayMs(failure), baseMs(failures, failure)) * (1 + random / 4));
}

/** How long the server itself asked to be left alone, in ms; a ban without a time counts as five minutes. */
export const serverDelayMs = ({ kind, retryAfterMs }: Failure): number =>
  Math.min(retryAfterMs ?? (kind === 'banned' ? 5 * MINUTE : 0), 24 * HOUR);

function baseMs(failures: number, failure: Failure): number {
  switch (failure.kind) {
    case 'geo-blocked': // a region does not change by waiting, but a reader may travel
      return HOUR;
    case 'plan':
      return 24 * HOUR;
    case 'offline':
      return 0;
    default:
      return Math.min(CEILING_MS, 30 * SECOND * 2 ** Math.min(failures - 1, 10)) * 0.8;
  }
}
