import { readFileSync } from 'node:fs';

/** What is to be written for something new, before anything is. */
export interface Scaffold {
  /** Texts of new files, by path from the root of the repository. */
  readonly created: Readonly<Record<string, string>>;
  /** New texts of files that are there. */
  readonly changed: Readonly<Record<string, string>>;
  /** What is left to do by hand, in order. */
  readonly steps: readonly string[];
}

/** The repository as it is. */
export interface Repository {
  read(path: string): string;
  exists(path: string): boolean;
  /** ISO date, e.g. `2026-11-28`. */
  readonly today: string;
}

/** A wrong name, or something in the way: for the person who typed the command, not a bug. */
export class ScaffoldError extends Error {}

const DAYS_UNTIL_DUE = 30;

/** The day by which what a scaffold leaves open has to be done: a test fails from then on. */
export function dueDate(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + DAYS_UNTIL_DUE);
  return date.toISOString().slice(0, 10);
}

/** A template of `scripts/new/templates/` with its `{{words}}` filled in. Throws on a word without a value. */
export function fromTemplate(template: string, values: Readonly<Record<string, string>>): string {
  const text = readFileSync(new URL(`templates/${template}.txt`, import.meta.url), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_all, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`${template}: nothing is known as ${word}`);
    return value;
  });
}

/**
 * The text with a piece put in before the first place that the pattern fits.
 * Throws when there is none: the file no longer looks as it did, and the scaffold has to follow it.
 */
export function insertBefore(text: string, pattern: RegExp, piece: string): string {
  const index = text.search(pattern);
  if (index < 0) throw new Error(`nothing fits ${pattern}: the scaffold no longer fits the file`);
  return text.slice(0, index) + piece + text.slice(index);
}

// A module's name is also a variable's.
const RESERVED = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield eval arguments'
  ).split(' '),
);

/** `my-source` as a variable: `mySource`. */
export function variableName(id: string): string {
  const name = id.replace(/-(.)/g, (_all, letter: string) => letter.toUpperCase());
  if (RESERVED.has(name)) throw new ScaffoldError(`${id} is a word of the language and cannot be a name`);
  return name;
}
