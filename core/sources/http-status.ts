import { failed, type Result } from './result.ts';

/** A response of a server, not yet decoded. */
export interface Answer {
  readonly status: number;
  /** The JSON body; undefined if it is not JSON. */
  readonly body: unknown;
  /** The beginning of a body that is not JSON: some block pages differ only in their text. */
  readonly text?: string;
  /** When the response was complete, ms since the epoch. */
  readonly at: number;
  /** The Retry-After header in ms, if there was one. */
  readonly retryAfterMs?: number;
  /** The other headers, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Duration of the request, ms. */
  readonly tookMs?: number;
}

/**
 * Returns the failure that an HTTP status means, or null if the body should be read.
 * 2xx with a body that is not JSON is a failure too: block pages often have status 200.
 */
export function failureOfAnswer(answer: Answer): Result<never> | null {
  const { status, retryAfterMs } = answer;
  if (status === 429) return failed('rate-limited', retryAfterMs);
  if (status === 418) return failed('banned', retryAfterMs);
  if (status === 451) return failed('geo-blocked');
  if (status === 402) return failed('plan');
  if (status >= 500) return failed('server-error', retryAfterMs);
  if (status < 200 || status >= 300) return failed('refused');
  return answer.body === undefined ? failed('bad-json') : null;
}
