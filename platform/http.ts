import type { Answer } from '../core/sources/http-status.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { parseJson } from '../core/storage/guards.ts';
import { isOnline, now } from './clock.ts';

/** Larger than the largest answer any source is known to give (all tickers of an exchange, some 900 kB). */
const MAX_BYTES = 4_000_000;

/** So much of a page that is no answer is kept for whoever can tell what it means. */
const MAX_WORDS = 2_000;

/**
 * One GET. Never throws: a network error, a time-out and an over-long body are failures; any HTTP status is an answer.
 * No cookies, no referrer, no cache, and no redirect: a source that moves away is a source that failed.
 * @param url absolute https address
 * @param timeoutMs for the whole of it, body included
 * @param etag sent as If-None-Match: the answer may be a 304 without a body
 */
export async function getJson(url: string, timeoutMs: number, etag?: string): Promise<Result<Answer>> {
  const signal = AbortSignal.timeout(timeoutMs);
  const started = now();
  try {
    const response = await fetch(url, {
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      headers: { accept: 'application/json', ...(etag && { 'if-none-match': etag }) },
    });
    const text = await readBody(response);
    if (text === null) return failed('too-large');
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
    const body = parseJson(text);
    return success({
      status: response.status,
      body,
      ...(body === undefined && { text: text.slice(0, MAX_WORDS) }),
      at: now(),
      tookMs: Math.max(0, now() - started),
      headers: Object.fromEntries(response.headers),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  } catch {
    if (signal.aborted) return failed('timeout');
    return failed(isOnline() ? 'unreachable' : 'offline');
  }
}

async function readBody(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Retry-After in ms: seconds or an HTTP date. */
function readRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d{1,7}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined;
}
