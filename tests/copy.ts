import { execFile, execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A copy of this repository's work tree, with the same packages. For tests that write files. */
export interface RepositoryCopy {
  readonly folder: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Runs a program and returns its output. Rejects with the output if the program fails. */
  run(program: string, ...args: string[]): Promise<string>;
  /** Files changed since the last call, new ones included, in alphabetical order. */
  changed(): string[];
  remove(): void;
}

const filesOf = (root: string): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    // A deleted file is listed until that is committed.
    .filter((path) => path !== '' && existsSync(join(root, path)));

/** Returns the environment without the variables of vitest. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|VITE_|NODE_ENV$|TEST$|MODE$|DEV$|PROD$)/.test(name),
  );
  return Object.fromEntries(kept);
}

export function copyRepository(): RepositoryCopy {
  const folder = mkdtempSync(join(tmpdir(), 'tickside-'));
  const at = (path: string): string => join(folder, path);
  for (const path of filesOf(ROOT)) cpSync(join(ROOT, path), at(path), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), at('node_modules'));
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
  git('init', '-q');
  git('add', '-A');
  return {
    folder,
    read: (path) => readFileSync(at(path), 'utf8'),
    write: (path, text) => writeFileSync(at(path), text),
    async run(program, ...args) {
      const done = promisify(execFile)(program, args, {
        cwd: folder,
        env: ownEnvironment(),
        maxBuffer: 2 ** 26,
      });
      const { stdout, stderr } = await done.catch((error) => {
        throw new Error(`${program} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
      });
      return stdout + stderr;
    },
    changed() {
      const status = git('status', '--porcelain', '--untracked-files=all');
      git('add', '-A');
      // Two status letters, the second for unstaged changes, a space, and the path.
      return status
        .split('\n')
        .filter((line) => line !== '' && line[1] !== ' ')
        .map((line) => line.slice(3))
        .sort();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
