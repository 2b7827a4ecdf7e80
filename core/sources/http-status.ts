import { failed, type Result } from './result.ts';

/** What a server answered, before anyone looked inside. */
export interface Answer {
  readonly status: number;
  /** The JSON body, or undefined when it is not JSON. */
  readonly body: unknown;
  /** How a body that is not JSON begins: some block pages are told apart by their words only. */
  readonly text?: string;
  /** Time the answer was complete, ms since the epoch. */
  readonly at: number;
  /** The Retry-After header in ms, when there was one. */
  readonly retryAfterMs?: number;
  /** The other headers, by lower-case name. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the answer took, ms. */
  readonly tookMs?: number;
}

/**
 * The failure an HTTP status stands for, or null when the body should be read.
 * 2xx with a body that is not JSON is a failure too: block pages often come with status 200.
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
