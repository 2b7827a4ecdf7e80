import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** What a killed run leaves behind is taken away after this. */
const LEFT_OVER_MS = 10 * 60_000;

const draftName = (path: string): string => `.${basename(path)}.${randomBytes(6).toString('hex')}.tmp`;

/**
 * Replaces a file as a whole: readers see the old text or the new one, also when the process or the machine dies.
 * Rejects when that cannot be done, and leaves the old file as it is.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const draft = join(dirname(path), draftName(path));
  try {
    const file = await open(draft, 'wx', 0o644);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** The new name is on the disk, too. Not every file system can do that, and the file itself is safe without. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    // A power cut may bring back the old document, whole.
  }
}

/** The text of a file; null when there is none. */
export async function readIfPresent(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Rejects unless files can be made beside the first of these, which all lie in one folder. Takes away the drafts of them that
 * a killed run has left.
 */
export async function prepareFolder(path: string, ...others: readonly string[]): Promise<void> {
  const folder = dirname(path);
  const probe = join(folder, draftName(path));
  await (await open(probe, 'wx')).close();
  await rm(probe);
  const starts = [path, ...others].map((one) => `.${basename(one)}.`);
  for (const name of await readdir(folder)) {
    const isDraft = /\.[0-9a-f]{12}\.tmp$/.test(name) && starts.some((start) => name.startsWith(start));
    if (!isDraft) continue;
    const draft = join(folder, name);
    const { mtimeMs } = await stat(draft).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > LEFT_OVER_MS) await rm(draft, { force: true });
  }
}
