import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareFolder, readIfPresent, replaceFile } from './files.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickside-files-'));
  path = join(folder, 'prices.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('readers see the old or the new text, never a part', async () => {
  const text = (i: number): string => JSON.stringify({ i, filling: String(i).repeat(100_000) });
  await replaceFile(path, text(0));
  let writing = true;
  const writer = (async () => {
    for (let i = 1; i <= 60; i += 1) await replaceFile(path, text(i % 10));
    writing = false;
  })();
  const seen = new Set<number>();
  while (writing) {
    const { i, filling } = JSON.parse(await readFile(path, 'utf8'));
    expect(filling).toBe(String(i).repeat(100_000));
    seen.add(i);
  }
  await writer;
  expect(seen.size).toBeGreaterThan(3);
  expect(await readdir(folder)).toEqual(['prices.json']);
});

test('if a file cannot be replaced, it stays unchanged and no temporary file is left', async () => {
  await mkdir(path);
  await writeFile(join(path, 'inside'), 'x');
  await expect(replaceFile(path, 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
  expect([await readdir(folder), await readdir(path)]).toEqual([['prices.json'], ['inside']]);
  await expect(replaceFile(join(folder, 'none', 'x'), 'new')).rejects.toThrow(/ENOENT/);
});

test('a prepared folder is writable, and recent temporary files of other processes are kept', async () => {
  const draft = '.prices.json.0123456789ab.tmp';
  await writeFile(join(folder, draft), 'x');
  await prepareFolder(path);
  expect(await readdir(folder)).toEqual([draft]);
  await expect(prepareFolder(join(folder, 'none', 'x'))).rejects.toThrow(/ENOENT/);
});

test('a missing file has no text; an unreadable file is an error', async () => {
  expect(await readIfPresent(path)).toBeNull();
  await writeFile(path, 'x');
  expect(await readIfPresent(path)).toBe('x');
  await expect(readIfPresent(folder)).rejects.toThrow(/EISDIR/);
});
