import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../world/surface.ts';
import { copyRepository, type RepositoryCopy } from '../copy.ts';

// `npm run dev` in a copy of the repository, without a display: it prints what the panel shows.
let copy: RepositoryCopy;
let dev: ChildProcess;
let output = '';

beforeAll(() => {
  copy = copyRepository();
  dev = spawn('node', ['world/dev.ts', '--headless'], { cwd: copy.folder });
  for (const stream of [dev.stdout, dev.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
});
afterAll(() => {
  dev.kill('SIGKILL');
  copy.remove();
});

const printed = (text: string): Promise<unknown> =>
  until(
    async () => output,
    (all) => all.includes(text),
    60_000,
  );

const WORDS = 'locales/zh-Hans.ts';

test('a changed text is rebuilt and shown, a broken file is reported, and an interrupt ends all processes', async () => {
  await printed('Ctrl-C ends');
  expect(output).toContain('Every host is the world on this machine.');
  const words = copy.read(WORDS);
  const [, heading = ''] = /hotCoins: '(.+)'/.exec(words) ?? [];
  expect(output).toContain(`${heading} · `);
  copy.write(WORDS, words.replace(`hotCoins: '${heading}'`, "hotCoins: '改过的词'"));
  await printed('改过的词 · ');

  output = '';
  copy.write(WORDS, `${words}\nconst = ;\n`);
  await printed('The build failed.');
  copy.write(WORDS, words);
  await printed(`${heading} · `);

  dev.kill('SIGINT');
  const [code] = await once(dev, 'exit');
  expect(code).toBe(0);
  expect(output).toContain('Ended.');
}, 240_000);
