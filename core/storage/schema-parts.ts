import * as v from 'valibot';
import { isRecord } from './guards.ts';

// The parts of the schemas of stored items and messages. These are untrusted input: a compromised renderer may have written them.
// Inherited properties are ignored, invalid parts are dropped, and the rest is kept.

/** A plain object, unchanged. */
export const PlainObject = v.custom<Record<string, unknown>>(isRecord);

/** Without a prototype, so that fields that were not sent are absent. */
const ownFieldsOnly = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(Object.create(null), raw);

/** A plain object with its own fields only, for schemas that switch on one of them. */
export const OwnFields = v.pipe(PlainObject, v.transform(ownFieldsOnly));

/** The named own fields of a plain object, and no others. */
export const fieldsOf = <E extends v.ObjectEntries>(entries: E) => v.pipe(OwnFields, v.object(entries));

/** The valid items among the first `max` items of a list. */
export const goodItems = <T>(item: v.GenericSchema<unknown, T>, max = Number.POSITIVE_INFINITY) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.slice(0, max).flatMap((one): T[] => {
        const parsed = v.safeParse(item, one);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

/** An object used as a table, with its valid entries. */
export const goodEntries = <T>(item: v.GenericSchema<unknown, T>, key: v.GenericSchema<unknown, string>) =>
  v.pipe(
    PlainObject,
    v.transform((table) => {
      const good: Record<string, T> = {};
      for (const [name, value] of Object.entries(table)) {
        if (name === '__proto__' || !v.is(key, name)) continue;
        const parsed = v.safeParse(item, value);
        if (parsed.success) good[name] = parsed.output;
      }
      return good;
    }),
  );

/** Parses a value; returns the fallback, always the same object, if it is invalid. */
export function parseOr<T, F>(schema: v.GenericSchema<unknown, T>, raw: unknown, fallback: F): T | F {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : fallback;
}

/** Ms since the epoch. */
export const Timestamp = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** Text, truncated to a length; empty for anything else. */
export const cutText = (longest: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, longest)),
    ),
    '',
  );

/** A number that counts as zero if it is invalid or negative. */
export const AmountOrZero = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0);
