import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { watch } from 'chokidar';

/** Where WXT puts a build for development. */
const BUILT = '.output/chrome-mv3-dev';

/** Folders from which nothing is built into the extension; hidden ones neither. */
const NOT_SHIPPED = /^(node_modules|tests|docs|world|scripts|assets|\.[^.].*)$/;

const isSource = (path: string): boolean =>
  /\.(tsx?|css|html|json|png|svg)$/.test(path) && !/\.test\./.test(path);

/**
 * Builds the extension as it is now, and puts a copy into `folder`. After a failure the folder still has the last good
 * build, so that the browser keeps a whole extension.
 *
 * The build is production's but for the names: minified code cannot be debugged. WXT's own development server is not used:
 * it puts a client into pages of the extension and wider rights into the manifest, so that what is seen would not be what
 * is shipped. A process of its own, because the registries that make the manifest would otherwise stay as first loaded.
 *
 * @returns What went wrong, as the build printed it; null when it went well.
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
   * The source files that have changed since the last call, waiting for the first where none has. What changes while a batch
   * is worked on is the next one. Null when the signal has ended it.
   */
  next(): Promise<readonly string[] | null>;
}

/** Watches everything below `root` that is built into the extension, from now on until the signal. */
export function watchSources(root: string, signal: AbortSignal): SourceChanges {
  const changed = new Set<string>();
  let wake = (): void => {};
  const watcher = watch('.', {
    cwd: root,
    ignoreInitial: true,
    // Editors write in several steps.
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
