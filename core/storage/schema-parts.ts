import * as v from 'valibot';
import { isRecord } from './guards.ts';

// What schemas of stored items and messages are made of. They read as if an enemy had written it (a page's renderer may have):
// nothing is inherited, what does not hold is left out, and the rest stays.

/** A plain object, as it came. */
export const PlainObject = v.custom<Record<string, unknown>>(isRecord);

/** Without a prototype: a field that was not sent is not there. */
const ownFieldsOnly = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.assign(Object.create(null), raw);

/** A plain object with nothing but what was sent, for schemas that choose by one of its fields. */
export const OwnFields = v.pipe(PlainObject, v.transform(ownFieldsOnly));

/** A plain object's own fields, those that are named here and no others. */
export const fieldsOf = <E extends v.ObjectEntries>(entries: E) => v.pipe(OwnFields, v.object(entries));

/** A list of what holds, out of the first `most` items. */
export const goodItems = <T>(item: v.GenericSchema<unknown, T>, most = Number.POSITIVE_INFINITY) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((items) =>
      items.slice(0, most).flatMap((one): T[] => {
        const parsed = v.safeParse(item, one);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

/** An object used as a table, with the entries that hold. */
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

/** What a value is read as, or the fallback, the same one each time, when it does not hold. */
export function parseOr<T, F>(schema: v.GenericSchema<unknown, T>, raw: unknown, fallback: F): T | F {
  const parsed = v.safeParse(schema, raw);
  return parsed.success ? parsed.output : fallback;
}

/** Ms since the epoch. */
export const Timestamp = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** Text, cut where it is too long; empty when it is none. */
export const cutText = (longest: number) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.transform((text) => text.slice(0, longest)),
    ),
    '',
  );

/** A figure that counts as zero when it is none, or below. */
export const AmountOrZero = v.fallback(v.pipe(v.number(), v.finite(), v.minValue(0)), 0);
