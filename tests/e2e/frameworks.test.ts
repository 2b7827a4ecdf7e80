import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readNote, until } from '../../world/surface.ts';
import * as reactPage from './frameworks/react.ts';
import { LAST } from './frameworks/story.ts';
import * as vuePage from './frameworks/vue.ts';
import { useStage } from './harness.ts';
import { complaintsOf, ownMarkup, watchPage } from './hostile-page.ts';

const stage = useStage({ locale: 'en-US' });
afterEach(() => stage.closePages());

/** The same page on a listed host, and on a host without our script. */
const WITH = 'https://www.theblock.co';
const WITHOUT = 'https://www.example.org';
const PATH = '/post/400001/the-story';

/** Bundles a page's script with its framework, in development mode, which reports unexpected markup. */
async function bundle(name: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    mode: 'development',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    build: { write: false, minify: false, rolldownOptions: { input: `tests/e2e/frameworks/${name}.ts` } },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('nothing was built');
  return result.output[0].code;
}

async function serve(name: string, markup: string): Promise<void> {
  const script = await bundle(name);
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Story</title>
<style>body{margin:0 0 0 40px;font:18px/1.6 sans-serif}article{width:620px;min-height:1200px}</style>
<script type="module" src="/${name}.js"></script></head><body><div id="root">${markup}</div></body></html>`;
  for (const origin of [WITH, WITHOUT]) {
    stage.world.serve(`${origin}/${name}.js`, {
      body: script,
      headers: { 'content-type': 'text/javascript' },
    });
    stage.world.serve(`${origin}${PATH}-${name}`, { body });
    stage.world.serve(`${origin}/favicon.ico`, { body: '' });
  }
}

interface Outcome {
  readonly markup: string;
  readonly messages: readonly string[];
}

/** Opens the page, waits until it is idle and presses its button; returns its markup and its messages. */
async function run(url: string, during?: (page: Page) => Promise<void>): Promise<Outcome> {
  const messages: string[] = [];
  const page = await stage.open(url, async (fresh) => {
    fresh.on('console', (message) => {
      if (/error|warn/.test(message.type())) messages.push(`${message.type()}: ${message.text()}`);
    });
    fresh.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
    await fresh.evaluateOnNewDocument(watchPage);
  });
  await during?.(page);
  await until(
    () => page.evaluate(() => document.documentElement.dataset.rests),
    (rests) => rests === 'yes',
  );
  await page.click('#like');
  await until(
    () => page.evaluate(() => document.querySelector('#like')?.textContent),
    (text) => text === `Likes: 1, step ${LAST}`,
  );
  return { markup: await page.evaluate(ownMarkup), messages: [...messages, ...(await complaintsOf(page))] };
}

/** Checks that panel and underlines follow the changes of the page. */
async function follows(page: Page): Promise<void> {
  await stage.panel(page, ({ mentioned: [first] }) => first?.symbol === 'BTC');
  await stage.panel(page, ({ mentioned: [first] }) => first?.symbol === 'LTC');
  await until(
    () => readNote(page),
    (note) => note !== null,
  );
  const underlined = (): Promise<string[]> =>
    page.evaluate(() =>
      [...(CSS.highlights.get('mention') ?? [])].map((range) =>
        range.startContainer.isConnected
          ? (range.startContainer.textContent?.slice(range.startOffset, range.endOffset) ?? '')
          : 'gone',
      ),
    );
  await until(
    underlined,
    (words) => words.length > 4 && words.every((word) => /^(Litecoin|LTC)$/.test(word)),
  );
}

beforeAll(async () => {
  await serve('react', reactPage.reactMarkup());
  await serve('vue', await vuePage.vueMarkup());
});

describe.each(['react', 'vue'])('a page of %s', (name) => {
  it('hydrates, renders, sorts and changes its article as it does without the extension', async () => {
    const without = await run(`${WITHOUT}${PATH}-${name}`);
    const withUs = await run(`${WITH}${PATH}-${name}`, follows);
    expect(without.messages).toEqual([]);
    expect(withUs).toEqual(without);
  });

  it('that hydrates long after loading is not disturbed', async () => {
    const withUs = await run(`${WITH}${PATH}-${name}?late=2500`, follows);
    expect(withUs.messages).toEqual([]);
  });
});
