/** Why a response could not be used. A closed list: I/O fails with one of these instead of throwing. */
export const FAILURE_KINDS = [
  'offline', // the browser reports no network
  'unreachable', // no connection, or it was interrupted
  'timeout',
  'rate-limited', // 429
  'banned', // 418: too many requests for too long
  'geo-blocked', // 451, or the provider's own error
  'plan', // 402: no longer free
  'refused', // 401, 403 and other 4xx
  'server-error', // 5xx
  'too-large',
  'bad-json',
  'bad-shape',
  'unknown-symbol', // a coin that the venue does not list made the whole batch fail
  'empty', // well-formed, but without any of the requested coins
  'frozen', // all prices are too old
  'backing-off', // not requested: still in its back-off
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** The delay that the server requested, ms. */
  readonly retryAfterMs?: number;
  /** What exactly is invalid, for the author of a custom feed. One line of plain text. */
  readonly detail?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failed = (kind: FailureKind, retryAfterMs?: number, detail?: string): Result<never> => ({
  ok: false,
  failure: { kind, ...(retryAfterMs !== undefined && { retryAfterMs }), ...(detail && { detail }) },
});
