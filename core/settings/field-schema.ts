import * as v from 'valibot';
import { getOwn, isRecord } from '../storage/guards.ts';

/** A setting: its default, and its schema. */
interface Field {
  readonly fallback: unknown;
  readonly schema: v.GenericSchema;
}
export type ValuesOf<F extends Readonly<Record<string, Field>>> = {
  readonly [K in keyof F]: v.InferOutput<F[K]['schema']>;
};

export const integerBetween = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A list of unique strings that match a pattern. */
export const listOf = (form: RegExp, max: number) =>
  v.pipe(
    v.array(v.unknown()),
    v.maxLength(max),
    v.array(v.pipe(v.string(), v.regex(form))),
    v.check((texts) => new Set(texts).size === texts.length),
    v.readonly(),
  );

/** Parses fields one by one. An invalid one gets its default, and `bad` contains its name. */
export function parseFields<F extends Readonly<Record<string, Field>>>(
  fields: F,
  raw: unknown,
): { readonly values: ValuesOf<F>; readonly bad: readonly string[] } {
  const bad: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { fallback, schema }] of Object.entries<Field>(fields)) {
    const value = isRecord(raw) ? getOwn(raw, name) : undefined;
    const parsed = v.safeParse(schema, value);
    // A missing field was added by a later release of the same version: not a problem.
    if (!parsed.success && value !== undefined) bad.push(name);
    values[name] = parsed.success ? parsed.output : fallback;
  }
  return { values: values as ValuesOf<F>, bad };
}
