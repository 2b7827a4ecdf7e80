import type { Answer } from '../core/sources/http-status.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { parseJson } from '../core/storage/guards.ts';
import { isOnline, now } from './clock.ts';

/** Larger than the largest known response of a source (all tickers of an exchange, some 900 kB). */
const MAX_BYTES = 4_000_000;

/** How much of a body that is not JSON is kept, for providers that recognize block pages. */
const MAX_TEXT = 2_000;

/**
 * Sends a GET request. Never throws: a network error, a timeout and an over-long body are failures; any HTTP status is a success.
 * No cookies, no referrer, no cache, and no redirects: a source that redirects has failed.
 * @param url absolute https URL
 * @param timeoutMs for the whole request, including the body
 * @param etag sent as If-None-Match: the response may be a 304 without a body
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
      ...(body === undefined && { text: text.slice(0, MAX_TEXT) }),
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

/** Parses Retry-After, seconds or an HTTP date, to ms. */
function readRetryAfter(header: string | null): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d{1,7}$/.test(header.trim()) ? Number(header) : (Date.parse(header) - now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : undefined;
}
