import { type Answer, failed, type Result, success } from '../core/failure.ts';
import { type Fault, faultyAnswer, faultyView, truncated } from '../world/faults.ts';
import { HOST_BY_NAME } from '../world/hosts/index.ts';
import { createMarket, type Market } from '../world/market.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What came to one host. */
export interface Seen {
  readonly at: number;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  /** Size of the answer's body as JSON text, before any packing; 0 when there was none. */
  bytes: number;
}

/**
 * The world's hosts, with their true wire formats and faults, on a virtual clock and without sockets: for what takes a day. How
 * requests fail on the way there is the same as platform/http makes of it.
 */
export class VirtualWorld {
  readonly market: Market;
  readonly seen: Seen[] = [];
  readonly #time: VirtualTime;
  readonly #random: () => number;
  readonly #faults = new Map<
    string,
    { fault: Fault; since: number; coinsThen: Market['coins'] extends () => infer C ? C : never }
  >();
  offline = false;

  constructor(time: VirtualTime, random: () => number, seed: number) {
    this.#time = time;
    this.#random = random;
    this.market = createMarket('simulated', seed);
  }

  fault(host: string, fault: Fault | null): void {
    if (!fault) this.#faults.delete(host);
    else {
      const coinsThen = this.market.coins().map((coin) => ({ ...coin }));
      this.#faults.set(host, { fault, since: this.#time.now(), coinsThen });
    }
  }

  readonly get = async (url: string, timeoutMs: number, etag?: string): Promise<Result<Answer>> => {
    if (this.offline) return failed('offline');
    const started = this.#time.now();
    const { host, pathname: path, search } = new URL(url);
    const seen: Seen = { at: started, host, path, query: search.slice(1), bytes: 0 };
    this.seen.push(seen);
    const standing = this.#faults.get(host);
    const kind = standing?.fault.kind;
    if (kind === 'hang' || kind === 'slow-body') {
      await this.#time.sleep(timeoutMs);
      return failed('timeout');
    }
    await this.#time.sleep(30 + this.#random() * 400);
    if (kind === 'refuse' || kind === 'redirect') return failed('unreachable');
    const answer = this.#answer(host, path, search, etag, standing);
    seen.bytes = Buffer.byteLength(answer.body);
    const retryAfter = answer.headers['retry-after'];
    return success({
      status: answer.status,
      body: parsed(answer.body),
      at: this.#time.now(),
      tookMs: this.#time.now() - started,
      headers: { ...answer.headers, date: new Date(this.#time.now()).toUTCString() },
      ...(retryAfter !== undefined && { retryAfterMs: Number(retryAfter) * 1000 }),
    });
  };

  #answer(
    name: string,
    path: string,
    search: string,
    etag: string | undefined,
    standing: Parameters<typeof faultyView>[2],
  ): ReturnType<NonNullable<ReturnType<typeof HOST_BY_NAME.get>>['answer']> {
    const host = HOST_BY_NAME.get(name);
    if (!host) throw new Error(`nobody should have been asked: ${name}`);
    const instead = standing && faultyAnswer(standing.fault, host.failures);
    if (instead) return instead;
    const answer = host.answer({
      ...{ host: name, method: 'GET', path, query: new URLSearchParams(search) },
      headers: etag ? { 'if-none-match': etag } : {},
      ...faultyView(this.market, this.#time.now(), standing),
    });
    this.market.tick();
    return standing?.fault.kind === 'truncated-json' ? truncated(answer) : answer;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
