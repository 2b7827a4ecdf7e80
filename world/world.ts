import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, html, notFound } from './answer.ts';
import { type Fault, faultyAnswer, faultyView, type StandingFault, truncated } from './faults.ts';
import { HOST_BY_NAME } from './hosts/index.ts';
import { createMarket, type Market } from './market.ts';
import { pageAt } from './pages/index.ts';
import { startProxy } from './proxy.ts';
import { sendAnswer, startTlsServer } from './server.ts';

interface RecordedRequest {
  /** Time of arrival, ms. */
  at: number;
  host: string;
  method: string;
  path: string;
  /** Raw, without the question mark. */
  query: string;
  headers: Record<string, string>;
  /** 0 if it was refused or left hanging. */
  status: number;
}

export interface World {
  /** Port of the TLS server for all hosts, on 127.0.0.1. */
  readonly port: number;
  /** Port of the CONNECT proxy to that server, on 127.0.0.1. */
  readonly proxyPort: number;
  readonly market: Market;
  /** Turns a fault on, or off with null. Host `*` means every API host; a fault for a single host takes precedence. */
  fault(host: string, fault: Fault | null): void;
  /**
   * Answers a full https URL (without query), before anything else. If the headers contain an `etag`, clients that have
   * it get a 304.
   */
  serve(url: string, answer: { status?: number; headers?: Record<string, string>; body: string }): void;
  /** In order of arrival. */
  readonly requests: RecordedRequest[];
  clearRequests(): void;
  close(): Promise<void>;
}

export interface WorldOptions {
  market?: 'golden' | 'simulated';
  seed?: number;
}

export async function startWorld({ market: mode = 'golden', seed = 1 }: WorldOptions = {}): Promise<World> {
  const market = createMarket(mode, seed);
  const requests: RecordedRequest[] = [];
  const faults = new Map<string, StandingFault>();
  const served = new Map<string, Answer>();

  function handle(request: IncomingMessage, response: ServerResponse): void {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    const [path = '/', query = ''] = splitAtQuery(request.url ?? '/');
    const record = { at: Date.now(), host, method: request.method ?? 'GET', path, query, status: 0 };
    const entry: RecordedRequest = { ...record, headers: flatHeaders(request) };
    requests.push(entry);
    const active = faults.get(host) ?? (HOST_BY_NAME.has(host) ? faults.get('*') : undefined);
    const fault = active?.fault;
    if (fault?.kind === 'refuse') return void request.socket.destroy();
    if (fault?.kind === 'hang') return;
    const answer = answerTo(entry, request, active);
    entry.status = answer.status;
    const bytesPerSecond = fault?.kind === 'slow-body' ? (fault.bytesPerSecond ?? 200) : undefined;
    sendAnswer(request, response, answer, { bytesPerSecond });
  }

  function answerTo(entry: RecordedRequest, request: IncomingMessage, active?: StandingFault): Answer {
    const host = HOST_BY_NAME.get(entry.host);
    const faultAnswer = active && faultyAnswer(active.fault, host?.failures);
    if (faultAnswer) return faultAnswer;
    const testAnswer = served.get(entry.host + entry.path);
    const answer = testAnswer ? unlessKnown(testAnswer, request) : ownAnswer(entry, request, active);
    return active?.fault.kind === 'truncated-json' ? truncated(answer) : answer;
  }

  function ownAnswer(entry: RecordedRequest, request: IncomingMessage, active?: StandingFault): Answer {
    const host = HOST_BY_NAME.get(entry.host);
    if (!host) return pageAt(entry.host, entry.path) ?? notFound();
    const { query, ...rest } = entry;
    const answer = host.answer({
      ...rest,
      query: new URLSearchParams(query),
      headers: request.headers,
      ...faultyView(market, Date.now(), active),
    });
    // Afterwards, so that the first answer of a simulation still has golden prices.
    market.tick();
    return answer;
  }

  const server = await startTlsServer(handle);
  const proxy = await startProxy(server.port);
  return {
    port: server.port,
    proxyPort: proxy.port,
    market,
    requests,
    clearRequests: () => void requests.splice(0),
    fault(host, fault) {
      if (!fault) return void faults.delete(host);
      const coinsThen = market.coins().map((coin) => ({ ...coin }));
      faults.set(host, { fault, since: Date.now(), coinsThen });
      // Browsers retry when a kept-alive connection breaks, so a refused request would be counted twice.
      if (fault.kind === 'refuse') server.dropIdle();
    },
    serve(url, { status = 200, headers = {}, body }) {
      const { host, pathname } = new URL(url);
      served.set(host + pathname, html(body, status, lowerCased(headers)));
    },
    close: async () => {
      await Promise.all([proxy.close(), server.close()]);
    },
  };
}

function splitAtQuery(url: string): [string, string] {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}

function flatHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

const unlessKnown = (answer: Answer, { headers }: IncomingMessage): Answer =>
  answer.headers.etag !== undefined && answer.headers.etag === headers['if-none-match']
    ? { status: 304, headers: { etag: answer.headers.etag }, body: '' }
    : answer;

const lowerCased = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
