import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

// Files of this repository, for tests of the architecture. Paths are relative to the root.
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const OTHERS = new Set(['node_modules', '.git', '.output', '.wxt', '.artifacts']);

export const readRepoFile = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
export const readBytes = (path: string): Buffer => readFileSync(join(ROOT, path));
export const exists = (path: string): boolean => existsSync(join(ROOT, path));

/** Returns all files below a folder. */
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

/** Shipped code, without tests. */
export const SHIPPED: readonly string[] = ROOMS.flatMap(filesIn).filter(
  (path) => isScript(path) && !isTest(path),
);

/** Returns the code of a room, without tests. */
export const scriptsIn = (folder: string): string[] =>
  filesIn(folder).filter((path) => isScript(path) && !isTest(path));

/** Removes comments. Strings are kept, including any `//` inside. */
const withoutComments = (code: string): string =>
  code.replace(
    /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/.*|\/\*[\s\S]*?\*\//g,
    (_match, text: string | undefined) => text ?? '',
  );

/** Lines of code that match, as `file: line`. */
export function linesWith(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    withoutComments(readRepoFile(path))
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}
