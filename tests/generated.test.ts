import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

// The command rejects with its output if it fails.
test('generated files are up to date', async () => {
  const { stdout, stderr } = await promisify(execFile)('node', ['scripts/generate.ts', '--check'], {
    cwd: ROOT,
  });
  expect(`${stdout}${stderr}`).toBe('');
});
