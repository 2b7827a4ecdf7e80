import { getOwn, isRecord } from '../storage/guards.ts';

// One check a field: is this value one it can have?

export const oneOf =
  <T>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.includes(value as T);
export const integer =
  ({ min, max }: { min: number; max: number }) =>
  (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
export const boolean = (value: unknown): value is boolean => typeof value === 'boolean';
export const textUpTo =
  (longest: number) =>
  (value: unknown): value is string =>
    typeof value === 'string' && value.length <= longest;
/** A list of different texts of one form. */
export const listOf =
  (form: RegExp, most: number) =>
  (value: unknown): value is readonly string[] =>
    Array.isArray(value) &&
    value.length <= most &&
    value.every((item) => typeof item === 'string' && form.test(item)) &&
    new Set(value).size === value.length;

type Allowed<F> = F extends { allows: (value: unknown) => value is infer T } ? T : never;
export type ValuesOf<F> = { readonly [K in keyof F]: Allowed<F[K]> };

/** Reads fields one by one: each that does not hold takes its default and is named. */
export function parseFields<F extends Record<string, { fallback: unknown; allows(value: unknown): boolean }>>(
  fields: F,
  raw: unknown,
): { readonly values: ValuesOf<F>; readonly bad: readonly string[] } {
  const bad: string[] = [];
  const values: Record<string, unknown> = {};
  for (const name in fields) {
    const field = fields[name];
    const value = isRecord(raw) ? getOwn(raw, name) : undefined;
    if (field?.allows(value)) values[name] = value;
    else {
      // A field that is merely absent was added by a later release of the same version: no reason for a note.
      if (value !== undefined) bad.push(name);
      values[name] = field?.fallback;
    }
  }
  return { values: values as ValuesOf<F>, bad };
}
