import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './house.ts';

const SEED = 4711;
const FILES = {
  pass: `test('one', () => {}); test.each([1, 2])('%d', () => {});`,
  fail: `test('one', () => {}); test('two', () => { expect(1).toBe(2); });`,
  skip: `test('one', () => {}); test['skip']('two', () => {}); test['todo']('three'); describe['skip']('four', () => { test('five', () => {}); });`,
  expected: `test['fails']('one', () => { expect(1).toBe(2); }); test('two', { retry: 1 }, ({ task }) => { expect(task.result?.retryCount).toBe(1); });`,
  unloadable: `throw new Error('does not load'); test('one', () => {});`,
  empty: `// No test at all.`,
  hook: `beforeAll(() => { throw new Error('hook'); }); test('one', () => {}); test('two', () => {});`,
  afterwards: `afterAll(() => { throw new Error('hook'); }); test('one', () => {});`,
  rejection: `test('one', () => { Promise.reject(new Error('nobody waits for this')); });`,
} as const;
type Name = keyof typeof FILES;

let folder: string;
beforeAll(async () => {
  await mkdir(join(ROOT, '.artifacts'), { recursive: true });
  folder = await mkdtemp(join(ROOT, '.artifacts', 'closing-line-'));
  const config = `
    import { ClosingLine } from '${join(ROOT, 'tests/closing-line.ts')}';
    export default { test: { reporters: ['default', new ClosingLine(${SEED})], isolate: false } };`;
  await writeFile(join(folder, 'vitest.config.ts'), config);
  for (const [name, text] of Object.entries(FILES))
    await writeFile(
      join(folder, `${name}.test.ts`),
      `import { afterAll, beforeAll, describe, expect, test } from 'vitest';\n${text}\n`,
    );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs these files; returns what Vitest prints at the end, and what we print after it. */
async function runOf(names: readonly Name[]) {
  const files = names.map((name) => `${name}.test.ts`);
  const command = join(ROOT, 'node_modules/vitest/vitest.mjs');
  const child = spawn(process.execPath, [command, 'run', '--root', folder, ...files], { cwd: folder });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
    });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  const lines = stripVTControlCharacters(output).trimEnd().split('\n');
  const counted = lines.find((line) => /^ +Tests /.test(line)) ?? '';
  const countOf = (what: string): number => Number(new RegExp(`(\\d+) ${what}`).exec(counted)?.[1] ?? 0);
  const vitest = `${countOf('passed')} passed, ${countOf('failed')} failed`;
  return { code, vitest, skipped: countOf('skipped') + countOf('todo'), ours: lines.slice(-3) };
}

const SEED_LINE = `Seed ${SEED}: TICKSIDE_SEED=${SEED} repeats what was random in this run.`;
const CASES: readonly (readonly [Name[], code: number, closing: string, also: string])[] = [
  [['pass'], 0, '3 passed, 0 failed', ''],
  [['fail'], 1, '1 passed, 1 failed', ''],
  [['skip'], 0, '1 passed, 0 failed', '3 skipped'],
  [['expected'], 0, '1 passed, 0 failed', '1 failed as expected'],
  [['pass', 'unloadable'], 1, '3 passed, 0 failed', '1 file failed outside its tests'],
  [['pass', 'empty'], 1, '3 passed, 0 failed', '1 file failed outside its tests'],
  [['hook'], 1, '0 passed, 0 failed', '2 skipped, 1 file failed outside its tests'],
  [['afterwards'], 1, '1 passed, 0 failed', '1 file failed outside its tests'],
  [['rejection'], 1, '1 passed, 0 failed', '1 error outside tests'],
  [
    ['pass', 'fail', 'skip', 'unloadable', 'hook', 'rejection'],
    1,
    '6 passed, 1 failed',
    '5 skipped, 2 files failed outside their tests, 1 error outside tests',
  ],
];

describe('the last line counts what Vitest counts', () => {
  test.each(CASES)('%j', async (names, code, closing, also) => {
    const run = await runOf(names);
    expect(run.code).toBe(code);
    const [last, ...before] = run.ours.toReversed();
    expect([last, run.vitest]).toEqual([closing, closing]);
    if (also) expect(before).toEqual([`Also: ${also}.`, SEED_LINE]);
    else expect(before[0]).toBe(SEED_LINE);
    expect(run.skipped).toBe(Number(/(\d+) skipped/.exec(also)?.[1] ?? 0));
  });
});
