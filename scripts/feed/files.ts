import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Temporary files of a killed run are deleted after this, in ms. */
const LEFTOVER_AGE_MS = 10 * 60_000;

const temporaryName = (path: string): string => `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`;

/**
 * Replaces a file atomically: readers see the old or the new text, even if the process or the machine dies. Rejects if
 * that fails, and keeps the old file.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporaryPath = join(dirname(path), temporaryName(path));
  try {
    const file = await open(temporaryPath, 'wx', 0o644);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporaryPath, path);
  } catch (error) {
    await rm(temporaryPath, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Syncs the new name to disk. Not supported by every file system; the file itself is safe without it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // After a power failure the old document may reappear, but complete.
  }
}

/** Returns the text of a file; null if it does not exist. */
export async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Rejects unless files can be created beside the given ones, which are all in the same folder. Deletes their temporary
 * files left by a killed run.
 */
export async function prepareFolder(path: string, ...others: readonly string[]): Promise<void> {
  const folder = dirname(path);
  const probePath = join(folder, temporaryName(path));
  await (await open(probePath, 'wx')).close();
  await rm(probePath);
  const starts = [path, ...others].map((file) => `.${basename(file)}.`);
  for (const name of await readdir(folder)) {
    const isTemporary = /\.[0-9a-f]{12}\.tmp$/.test(name) && starts.some((start) => name.startsWith(start));
    if (!isTemporary) continue;
    const temporaryPath = join(folder, name);
    const { mtimeMs } = await stat(temporaryPath).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > LEFTOVER_AGE_MS) await rm(temporaryPath, { force: true });
  }
}
