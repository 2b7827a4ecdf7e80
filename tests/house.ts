import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the tests of the architecture know about the files of this repository. Paths are relative to its root. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OTHERS = new Set(['node_modules', '.git', '.output', '.wxt', '.artifacts']);

export const readRepoFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const readBytes = (path: string): Buffer => readFileSync(join(ROOT, path));
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** Every file below a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = normalize(join(folder, entry.name));
    if (entry.isDirectory()) return OTHERS.has(entry.name) ? [] : filesIn(path);
    return [path];
  });
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isScript = (path: string): boolean => /\.tsx?$/.test(path);

/** The rooms whose code is shipped. */
export const ROOMS = [
  ...['core', 'locales', 'providers', 'fx', 'sites', 'page', 'components', 'platform', 'jobs', 'hooks'],
  'entrypoints',
] as const;

/** Shipped code, tests left out. */
export const SHIPPED: readonly string[] = ROOMS.flatMap(filesIn).filter(
  (path) => isScript(path) && !isTest(path),
);

/** A room's code, tests left out. */
export const scriptsIn = (folder: string): string[] =>
  filesIn(folder).filter((path) => isScript(path) && !isTest(path));

/** Text without comments. Strings are kept, so that a `//` inside one is none. */
const withoutComments = (code: string): string =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/.*|\/\*[\s\S]*?\*\//g,
    (_match, text: string | undefined) => text ?? '',
  );

export interface Import {
  /** A file of this repository, or the name of a package's module. */
  readonly target: string;
  readonly isFile: boolean;
  /** Only a type: nothing of it is left when the code runs. */
  readonly isType: boolean;
}

const SPECIFIER =
  /(?:\b(?:import|export)\b(?<clause>[^'"`;]*?)\bfrom\s*|\bimport\s*\(\s*|\bimport\s*)(['"])(?<specifier>[^'"]+)\2/g;

/** What a file imports, exports from elsewhere, or loads. */
export function importsOf(path: string): Import[] {
  return [...withoutComments(readRepoFile(path)).matchAll(SPECIFIER)].map(({ groups }) => {
    // Vite's `?inline` and the like are no part of the file's name.
    const specifier = (groups?.specifier ?? '').replace(/\?\w+$/, '');
    const clause = groups?.clause?.trim() ?? '';
    const isFile = specifier.startsWith('.');
    const names =
      /^\{(.*)\}$/s
        .exec(clause)?.[1]
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    return {
      target: isFile ? normalize(join(dirname(path), specifier)) : specifier,
      isFile,
      isType:
        clause.startsWith('type ') || (names.length > 0 && names.every((name) => name.startsWith('type '))),
    };
  });
}

/** Every file that comes along when this one is bundled, itself included. */
export function closureOf(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const { target, isFile, isType } of importsOf(path)) {
    if (isFile && !isType && ['.ts', '.tsx'].includes(extname(target))) closureOf(target, seen);
  }
  return seen;
}

/** Lines of code that match, as `file: line`. */
export function linesWith(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    withoutComments(readRepoFile(path))
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}
