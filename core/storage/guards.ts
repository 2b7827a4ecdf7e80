/** A plain object out of an untrusted value. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every(isText);

/** An own property only: what hangs on a prototype was not sent. */
export const getOwn = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

type Check<T> = (value: unknown) => value is T;
type Checked<C> = { -readonly [K in keyof C]: C[K] extends Check<infer T> ? T : never };

/** Takes the checked fields out of an untrusted value, and only those; null when one of them does not hold. */
export function parseShape<C extends Record<string, Check<unknown>>>(
  raw: unknown,
  checks: C,
): Checked<C> | null {
  if (!isRecord(raw)) return null;
  // A plain loop: this runs for every coin on every page.
  const taken: Record<string, unknown> = {};
  for (const key in checks) {
    const value = getOwn(raw, key);
    if (!checks[key]?.(value)) return null;
    taken[key] = value;
  }
  return taken as Checked<C>;
}

/** The value that a JSON text stands for; undefined when it is no text, or no JSON. */
export function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(text as string);
  } catch {
    return undefined;
  }
}
