import type { Answer } from '../core/sources/http-status.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { parseJson } from '../core/storage/guards.ts';
import { html, type Answer as WorldAnswer } from '../world/answer.ts';
import { type Fault, faultyAnswer, faultyView, type StandingFault, truncated } from '../world/faults.ts';
import { HOST_BY_NAME } from '../world/hosts/index.ts';
import { createMarket, type Market } from '../world/market.ts';

/** A request to a host. */
export interface Seen {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** Size of the response body, uncompressed; 0 without a body. */
  bytes: number;
  /** 0 without a response. */
  status: number;
}

/** A controlled clock. */
interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** A clock that the test sets; sleeping takes no time. */
export class ManualTime implements Clock {
  #now: number;

  constructor(start = Date.now()) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;
  readonly sleep = async (): Promise<void> => {};

  pass(ms: number): void {
    this.#now += ms;
  }
}

interface WorldOptions {
  readonly market?: 'golden' | 'simulated';
  readonly seed?: number;
  random?(): number;
}

/**
 * The hosts of the world, with their real wire formats and faults, on a controlled clock and without sockets. For tests that cover
 * a day, or must not depend on the load of the machine. Network failures are those of platform/http.
 */
export class VirtualWorld<C extends Clock = Clock> {
  readonly market: Market;
  /** In order of arrival. */
  readonly requests: Seen[] = [];
  offline = false;
  readonly clock: C;
  readonly #random: () => number;
  readonly #faults = new Map<string, StandingFault>();
  readonly #served = new Map<string, WorldAnswer>();

  constructor(clock: C, { market = 'golden', seed = 1, random = () => 0.25 }: WorldOptions = {}) {
    this.clock = clock;
    this.#random = random;
    this.market = createMarket(market, seed);
  }

  /** As in the world: host `*` means all hosts; a host's own fault overrides it. */
  fault(host: string, fault: Fault | null): void {
    if (!fault) this.#faults.delete(host);
    else {
      const coinsThen = this.market.coins().map((coin) => ({ ...coin }));
      this.#faults.set(host, { fault, since: this.clock.now(), coinsThen });
    }
  }

  serve(
    url: string,
    { status = 200, headers = {}, body }: { status?: number; headers?: Record<string, string>; body: string },
  ): void {
    const { host, pathname } = new URL(url);
    this.#served.set(host + pathname, html(body, status, headers));
  }

  clearRequests(): void {
    this.requests.splice(0);
  }

  readonly get = async (url: string, timeoutMs: number, etag?: string): Promise<Result<Answer>> => {
    if (this.offline) return failed('offline');
    const { clock } = this;
    const started = clock.now();
    const { host, pathname: path, search } = new URL(url);
    const seen: Seen = { at: started, host, path, query: search.slice(1), bytes: 0, status: 0 };
    this.requests.push(seen);
    const active = this.#faults.get(host) ?? this.#faults.get('*');
    const kind = active?.fault.kind;
    if (kind === 'hang' || kind === 'slow-body') {
      await clock.sleep(timeoutMs);
      return failed('timeout');
    }
    await clock.sleep(30 + this.#random() * 400);
    if (kind === 'refuse' || kind === 'redirect') return failed('unreachable');
    const answer = this.#answer(seen, etag, active);
    seen.status = answer.status;
    seen.bytes = Buffer.byteLength(answer.body);
    const retryAfter = answer.headers['retry-after'];
    const body = parseJson(answer.body);
    return success({
      status: answer.status,
      body,
      at: clock.now(),
      tookMs: clock.now() - started,
      headers: { ...answer.headers, date: new Date(clock.now()).toUTCString() },
      ...(body === undefined && { text: answer.body.slice(0, 2_000) }),
      ...(retryAfter !== undefined && { retryAfterMs: Number(retryAfter) * 1000 }),
    });
  };

  #answer({ host: name, path, query }: Seen, etag: string | undefined, active?: StandingFault): WorldAnswer {
    const host = HOST_BY_NAME.get(name);
    const instead = active && faultyAnswer(active.fault, host?.failures);
    if (instead) return instead;
    const served = this.#served.get(name + path);
    if (served) {
      const isKnown = etag !== undefined && served.headers.etag === etag;
      return isKnown ? { status: 304, headers: { etag }, body: '' } : served;
    }
    if (!host) throw new Error(`unexpected request to ${name}`);
    const answer = host.answer({
      host: name,
      method: 'GET',
      path,
      query: new URLSearchParams(query),
      headers: etag ? { 'if-none-match': etag } : {},
      ...faultyView(this.market, this.clock.now(), active),
    });
    this.market.tick();
    return active?.fault.kind === 'truncated-json' ? truncated(answer) : answer;
  }
}
