/** Why an answer could not be used. A closed list: every border of the program fails with one of these, not with a throw. */
export const FAILURE_KINDS = [
  'offline', // the browser says that there is no network
  'unreachable', // no connection, or it broke
  'timeout',
  'rate-limited', // 429
  'banned', // 418: asked too often for too long
  'geo-blocked', // 451, or a provider's own way of saying it
  'plan', // 402: no longer free
  'refused', // 401, 403 and other 4xx
  'server-error', // 5xx
  'too-large',
  'bad-json',
  'bad-shape',
  'unknown-symbol', // one coin the venue does not list spoilt the whole batch
  'empty', // well-formed, but none of the coins asked for
  'frozen', // prices, but all of them too old to be news
  'backing-off', // not asked: still inside its back-off
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

export interface Failure {
  readonly kind: FailureKind;
  /** Milliseconds the server asked us to stay away, when it said so. */
  readonly retryAfterMs?: number;
  /** What exactly does not hold, for whoever writes the document (an own feed). One line of plain text. */
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
