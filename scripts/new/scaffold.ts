import { readFileSync } from 'node:fs';

/** The planned changes of a scaffold. */
export interface Scaffold {
  /** Contents of new files, by path from the root of the repository. */
  readonly created: Readonly<Record<string, string>>;
  /** New contents of existing files. */
  readonly changed: Readonly<Record<string, string>>;
  /** Manual steps that remain, in order. */
  readonly steps: readonly string[];
}

/** Access to the repository. */
export interface Repository {
  read(path: string): string;
  exists(path: string): boolean;
  /** ISO date, e.g. `2026-11-28`. */
  readonly today: string;
}

/** A user error, such as an invalid name or an existing file; not a bug. */
export class ScaffoldError extends Error {}

const DAYS_UNTIL_DUE = 30;

/** Returns the due date of a scaffold's TODOs; a test fails from then on. */
export function dueDate(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + DAYS_UNTIL_DUE);
  return date.toISOString().slice(0, 10);
}

/** Fills in the `{{placeholders}}` of a template in `scripts/new/templates/`. Throws if one has no value. */
export function fromTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(`templates/${template}.txt`, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_all, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`${template}: no value for ${word}`);
    return value;
  });
}

/**
 * Inserts text before the first match of a pattern. Throws if there is none: the file has changed, and the scaffold
 * must be updated.
 */
export function insertBefore(text: string, pattern: RegExp, piece: string): string {
  const index = text.search(pattern);
  if (index < 0) throw new Error(`no match for ${pattern}: update the scaffold`);
  return text.slice(0, index) + piece + text.slice(index);
}

// The module name is also used as a variable name.
const RESERVED = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield eval arguments'
  ).split(' '),
);

/** Converts an id to a variable name: `my-source` becomes `mySource`. */
export function variableName(id: string): string {
  const name = id.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
  if (RESERVED.has(name)) throw new ScaffoldError(`${id} is a word of the language and cannot be a name`);
  return name;
}
