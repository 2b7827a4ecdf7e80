import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { MarketView } from './market.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

export interface WorldRequest {
  host: string;
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  market: MarketView;
  /** What the answer takes for the present, ms. Not the wall clock while a venue's prices are frozen. */
  now: number;
}

/** How a venue words the failures that it words in a way of its own. What is absent here is worded in general. */
export interface FailureWords {
  /** `retryAfter` in seconds; undefined lets the venue do as it does. */
  rateLimited?(retryAfter: number | undefined): Answer;
  banned?(retryAfter: number | undefined): Answer;
  geoBlocked?(): Answer;
  serverError?(): Answer;
  paymentRequired?(): Answer;
  wrongShape?(): Answer;
}

/** One service on the internet: the names it answers under, and what it answers. */
export interface Host {
  id: string;
  hosts: readonly string[];
  answer(request: WorldRequest): Answer;
  failures?: FailureWords;
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  const text = JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...headers }, body: text };
}

export function html(body: string, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body };
}

/** A page of one sentence, such as servers make up themselves. */
export function tinyPage(status: number, title: string, text = ''): Answer {
  const paragraph = text && `<p>${text}</p>`;
  return html(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${paragraph}</body></html>`,
    status,
  );
}

export const notFound = (): Answer => tinyPage(404, '404 Not Found');

/** The answer with an ETag of its body; nothing but a 304 for whoever has it already. */
export function tagged(request: WorldRequest, answer: Answer): Answer {
  if (answer.status !== 200) return answer;
  const etag = `W/"${createHash('sha256').update(answer.body).digest('hex').slice(0, 32)}"`;
  const headers: Record<string, string> = { ...answer.headers, etag };
  const known = String(request.headers['if-none-match'] ?? '')
    .split(',')
    .map((tag) => tag.trim());
  if (!known.includes(etag)) return { ...answer, headers };
  const { 'content-type': _type, ...rest } = headers;
  return { status: 304, headers: rest, body: '' };
}

/** `Retry-After` in seconds, or no header. */
export const retryAfterHeader = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };
