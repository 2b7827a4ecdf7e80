import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { watch } from 'chokidar';

/** Output folder of WXT's development build. */
const BUILT = '.output/chrome-mv3-dev';

/** Folders that are not part of the extension, including hidden ones. */
const NOT_SHIPPED = /^(node_modules|tests|docs|world|scripts|assets|\.[^.].*)$/;

const isSource = (path: string): boolean =>
  /\.(tsx?|css|html|json|png|svg)$/.test(path) && !/\.test\./.test(path);

/**
 * Builds the extension and copies it into `folder`. If the build fails, the folder keeps the last successful build, so
 * that the browser always has a complete extension.
 *
 * This is the production build without minification, for debugging. WXT's development server is not used, because it
 * injects a client into extension pages and adds permissions to the manifest, so the result would differ from what is
 * shipped. Runs in a separate process, because the registries behind the manifest would otherwise stay cached.
 *
 * @returns the error output of the build; null if it succeeded
 */
export async function rebuild(folder: string, signal: AbortSignal): Promise<string | null> {
  const wxt = resolve('node_modules/wxt/bin/wxt.mjs');
  const build = spawn(process.execPath, [wxt, 'build', '-b', 'chrome', '--mode', 'development'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = (): void => void build.kill();
  signal.addEventListener('abort', stop);
  let output = '';
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(build, 'close');
  signal.removeEventListener('abort', stop);
  if (code !== 0) return output.trim() || 'the build ended without a word';
  await rm(folder, { recursive: true, force: true });
  await cp(BUILT, folder, { recursive: true });
  return null;
}

export interface SourceChanges {
  /**
   * Returns the source files that changed since the last call; waits if there are none. Null once the signal has
   * aborted.
   */
  next(): Promise<readonly string[] | null>;
}

/** Watches the extension's sources below `root` until the signal aborts. */
export function watchSources(root: string, signal: AbortSignal): SourceChanges {
  const changed = new Set<string>();
  let wake = (): void => {};
  const watcher = watch('.', {
    cwd: root,
    ignoreInitial: true,
    // Editors write files in several steps.
    awaitWriteFinish: { stabilityThreshold: 100, pollInterval: 20 },
    ignored: (path) => path.split(/[\\/]/).some((part) => NOT_SHIPPED.test(part)),
  });
  watcher.on('all', (_event, path) => {
    if (!isSource(path)) return;
    changed.add(path);
    wake();
  });
  watcher.on('error', (error) => console.error(`Some files are not watched: ${String(error)}`));
  signal.addEventListener('abort', () => {
    wake();
    void watcher.close();
  });
  return {
    async next() {
      while (changed.size === 0 && !signal.aborted) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      if (signal.aborted) return null;
      const batch = [...changed].sort();
      changed.clear();
      return batch;
    },
  };
}
