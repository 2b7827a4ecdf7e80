import fc from 'fast-check';
import { type Answer, failureOfAnswer } from '../core/sources/http-status.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { parseJson } from '../core/storage/guards.ts';
import { fetchFromWorld } from '../world/ask.ts';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';

/** Like platform/http, but for the world: a GET over TLS that returns failures as values. */
export async function getFrom(
  world: World,
  url: string,
  timeoutMs = 5_000,
  at: () => number = Date.now,
  etag?: string,
): Promise<Result<Answer>> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { status, headers, text } = await fetchFromWorld(
      world,
      url,
      etag ? { 'if-none-match': etag } : {},
      timeoutMs,
    );
    // Redirects fail, as in platform/http.
    if (status >= 300 && status < 400 && status !== 304) return failed('unreachable');
    const seconds = headers['retry-after'];
    const body = parseJson(text);
    return success({
      status,
      body,
      ...(body === undefined && { text }),
      at: at(),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      ...(seconds !== undefined && { retryAfterMs: Number(seconds) * 1000 }),
    });
  } catch {
    return failed(signal.aborted ? 'timeout' : 'unreachable');
  }
}

/** Returns the response; throws if the request fails. */
export async function answerFrom(world: World, url: string): Promise<Answer> {
  const got = await getFrom(world, url);
  if (!got.ok) throw new Error(`${url}: ${got.failure.kind}`);
  return got.value;
}

/** A price or rate source: the parts for requests and decoding. */
interface AskedSource extends Pick<Provider, 'origins' | 'explain'> {
  request(ids: readonly string[]): string;
  decode(answer: Answer, ids: readonly string[]): Result<unknown>;
}

/** Requests a source while its host has a fault, and returns the result. */
export async function resultUnder(
  world: World,
  fault: Fault,
  source: AskedSource,
  ids: readonly string[] = [],
): Promise<Result<unknown>> {
  const [origin] = source.origins;
  const { host } = new URL(origin);
  world.fault(host, fault);
  const got = await getFrom(world, origin + source.request(ids));
  world.fault(host, null);
  if (!got.ok) return got;
  return source.explain?.(got.value) ?? failureOfAnswer(got.value) ?? source.decode(got.value, ids);
}

/** The same, but returns only the kind of the failure, or `ok`. */
export async function kindUnder(...request: Parameters<typeof resultUnder>): Promise<string> {
  const result = await resultUnder(...request);
  return result.ok ? 'ok' : result.failure.kind;
}

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Replaces the value at the place that the turns lead to; copies only the objects on the way. */
function mutate(
  body: unknown,
  [turn, ...rest]: readonly number[],
  change: (old: unknown) => unknown,
): unknown {
  if (turn === undefined || !isHolder(body)) return change(body);
  const keys = Object.keys(body);
  const key = keys[turn % Math.max(1, keys.length)];
  if (key === undefined) return change(body);
  const copy: Holder = Object.assign(Array.isArray(body) ? [] : {}, body);
  const value = mutate(copy[key], rest, change);
  // A missing field is deleted, not undefined.
  if (value === undefined && !Array.isArray(copy)) delete copy[key];
  else Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

const ODD_VALUES: readonly unknown[] = [
  ...['', '0', '-1', '1e99', '-0', 'NaN', 'Infinity', '0x10', ' 1', '1,5', '٣', '__proto__', 'constructor'],
  ...['9'.repeat(30), `0.${'0'.repeat(39)}1`, '9'.repeat(5_000), `1e${'9'.repeat(50)}`, '\u0000'],
  ...[0, -0, -1, 1e308, -1e308, 5e-324, 2 ** 53, 1e21, 1e-7, null, undefined, true, [], {}, [[]], [null]],
  JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
];

/** Converts numbers to strings and strings to numbers, lists to single values and single values to lists. */
function otherForm(old: unknown): unknown {
  if (typeof old === 'number') return String(old);
  if (typeof old === 'string') return Number(old);
  return Array.isArray(old) ? old[0] : [old, old];
}

/** Hostile bodies: arbitrary values, and a real response with a few mutations. */
export function hostileBodies(real: unknown): fc.Arbitrary<unknown> {
  const put = (value: unknown) => () => value;
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ODD_VALUES).map(put) },
    { weight: 3, arbitrary: fc.constant(otherForm) },
    { weight: 2, arbitrary: fc.double().map(put) },
    { weight: 1, arbitrary: fc.jsonValue().map(put) },
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true }).map(put) },
  );
  // Mostly deep inside: with a broken envelope, rows are never reached.
  const turns = fc.oneof(
    { weight: 1, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) },
    { weight: 9, arbitrary: fc.array(fc.nat(), { minLength: 3, maxLength: 6 }) },
  );
  const place = fc.tuple(turns, change);
  const mutated = fc
    .array(place, { minLength: 1, maxLength: 5 })
    .map((places) => places.reduce((body, [where, how]) => mutate(body, where, how), real));
  return fc.oneof(
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true }) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 8, arbitrary: mutated },
  );
}
