import fc from 'fast-check';
import { type Answer, failed, type Result, success } from '../core/failure.ts';
import { ask } from '../world/ask.ts';
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
    const { status, headers, text } = await ask(world, url, etag ? { 'if-none-match': etag } : {}, timeoutMs);
    // A redirect is refused, as it is by the real thing.
    if (status >= 300 && status < 400 && status !== 304) return failed('unreachable');
    const seconds = headers['retry-after'];
    return success({
      status,
      body: parsed(text),
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Holder = Record<string, unknown>;
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** A copy of a JSON value with one place, found by the given turns, put to something else. */
function mutate(body: unknown, turns: readonly number[], value: unknown): unknown {
  const copy: unknown = structuredClone(body);
  let holder = copy;
  for (const [depth, turn] of turns.entries()) {
    if (!isHolder(holder)) break;
    const keys = Object.keys(holder);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) break;
    if (depth === turns.length - 1 || !isHolder(holder[key])) {
      holder[key] = value;
      break;
    }
    holder = holder[key];
  }
  return copy;
}

/** Bodies as an enemy, or a bad day, would send them: anything at all, and a real answer with a place or two spoilt. */
export function hostileBodies(real: unknown): fc.Arbitrary<unknown> {
  const spoilt = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.constantFrom('', '0', '-1', '1e99', 'NaN', 0, -1, 1e308, 5e-324, null, '__proto__', [], {}),
  );
  const place = fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), spoilt);
  return fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc
      .array(place, { minLength: 1, maxLength: 4 })
      .map((places) => places.reduce((body, [turns, value]) => mutate(body, turns, value), real)),
  );
}
