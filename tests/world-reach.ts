import fc from 'fast-check';
import { type Answer, failureOfAnswer } from '../core/sources/http-status.ts';
import type { Provider } from '../core/sources/price-source.ts';
import { failed, type Result, success } from '../core/sources/result.ts';
import { parseJson } from '../core/storage/guards.ts';
import { fetchFromWorld } from '../world/ask.ts';
import type { Fault } from '../world/faults.ts';
import type { World } from '../world/world.ts';

/** What platform/http does, against the world: one GET over TLS, where every way to fail is a value. */
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
    // A redirect is refused, as it is by the real thing.
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

/** A good answer, or the test is wrong. */
export async function answerFrom(world: World, url: string): Promise<Answer> {
  const got = await getFrom(world, url);
  if (!got.ok) throw new Error(`${url}: ${got.failure.kind}`);
  return got.value;
}

/** A source of prices or of rates, as far as it is asked and read. */
interface AskedSource extends Pick<Provider, 'origins' | 'explain'> {
  request(ids: readonly string[]): string;
  decode(answer: Answer, ids: readonly string[]): Result<unknown>;
}

/** What comes of asking a source while its host has a fault. */
export async function toldUnder(
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

/** The same, told by the kind of the failure alone, or `ok`. */
export async function kindUnder(...asked: Parameters<typeof toldUnder>): Promise<string> {
  const told = await toldUnder(...asked);
  return told.ok ? 'ok' : told.failure.kind;
}

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** The value at a place found by the given turns is put to something else; only what lies on the way is copied. */
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
  // A field that is not there is not there, rather than undefined.
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

/** Numbers as text and text as numbers, one where many are and many where one is. */
function otherForm(old: unknown): unknown {
  if (typeof old === 'number') return String(old);
  if (typeof old === 'string') return Number(old);
  return Array.isArray(old) ? old[0] : [old, old];
}

/** Bodies as an enemy, or a bad day, would send them: anything at all, and a real answer with a few places spoilt. */
export function hostileBodies(real: unknown): fc.Arbitrary<unknown> {
  const put = (value: unknown) => () => value;
  const change = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...ODD_VALUES).map(put) },
    { weight: 3, arbitrary: fc.constant(otherForm) },
    { weight: 2, arbitrary: fc.double().map(put) },
    { weight: 1, arbitrary: fc.jsonValue().map(put) },
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true, withBigInt: true }).map(put) },
  );
  // Mostly deep inside: a spoilt envelope hides all that is wrong with the rows.
  const turns = fc.oneof(
    { weight: 1, arbitrary: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }) },
    { weight: 9, arbitrary: fc.array(fc.nat(), { minLength: 3, maxLength: 6 }) },
  );
  const place = fc.tuple(turns, change);
  const spoilt = fc
    .array(place, { minLength: 1, maxLength: 5 })
    .map((places) => places.reduce((body, [where, how]) => mutate(body, where, how), real));
  return fc.oneof(
    { weight: 1, arbitrary: fc.anything({ withNullPrototype: true }) },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 8, arbitrary: spoilt },
  );
}
