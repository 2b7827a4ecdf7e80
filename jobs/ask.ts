import { type Answer, failed, failureOfAnswer, type Result } from '../core/failure.ts';
import { afterFailure, type HostHealth, mayAsk } from '../core/health.ts';

/** How a job reaches the world; the background passes the real thing, tests pass their own. */
export interface Reach {
  get(url: string, timeoutMs: number): Promise<Result<Answer>>;
  now(): number;
  /** In [0, 1). */
  random(): number;
}

export interface Asking<T> {
  readonly origins: readonly string[];
  readonly path: string;
  readonly timeoutMs: number;
  explain?(answer: Answer): Result<never> | null;
  decode(answer: Answer): Result<T>;
}

/**
 * Asks the hosts of one source in order until one gives an answer that decodes.
 * A host inside its back-off is passed over; what happened is written into `hosts`.
 * @returns the first good answer, else the last failure (`resting` when no host could be asked)
 */
export async function ask<T>(
  asking: Asking<T>,
  hosts: Record<string, HostHealth>,
  reach: Reach,
  wished: boolean,
): Promise<Result<T>> {
  let last: Result<T> = failed('resting');
  for (const origin of asking.origins) {
    const host = origin.slice('https://'.length);
    if (!mayAsk(hosts[host], reach.now(), wished)) continue;
    const got = await reach.get(origin + asking.path, asking.timeoutMs);
    last = got.ok ? read(asking, got.value) : got;
    if (last.ok) {
      delete hosts[host];
      return last;
    }
    // Without a network every host would fail alike, and so they do over a symbol they do not know: no fault of theirs.
    if (last.failure.kind === 'offline' || last.failure.kind === 'unknown-symbol') return last;
    hosts[host] = afterFailure(hosts[host], last.failure, reach.now(), reach.random());
  }
  return last;
}

const read = <T>(asking: Asking<T>, answer: Answer): Result<T> =>
  asking.explain?.(answer) ?? failureOfAnswer(answer) ?? asking.decode(answer);
