import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from '../../world/surface.ts';
import { copyRepository, type RepositoryCopy } from '../copy.ts';

// `npm run dev` in a copy of the repository, without a display: what it prints is what it read off the panel.
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

test('a changed word is built and on the panel, a broken file is told and survived, an interrupt ends all', async () => {
  await printed('Ctrl-C ends');
  expect(output).toContain('Every host is the world on this machine.');
  expect(output).toContain('热门币种 · ');
  const words = copy.read(WORDS);
  copy.write(WORDS, words.replace("hotCoins: '热门币种'", "hotCoins: '改过的词'"));
  await printed('改过的词 · ');

  output = '';
  copy.write(WORDS, `${words}\nconst = ;\n`);
  await printed('The build failed.');
  copy.write(WORDS, words);
  await printed('热门币种 · ');

  dev.kill('SIGINT');
  const [code] = await once(dev, 'exit');
  expect(code).toBe(0);
  expect(output).toContain('Ended.');
}, 240_000);
