import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, expect, it } from 'vitest';
import { until } from '../../world/surface.ts';
import { readMarked } from '../corpus/markup.ts';
import { useStage } from './harness.ts';

const stage = useStage({ locale: 'en-US' });
afterEach(() => stage.closePages());

const WORDS = 10_000;
/** The browser's definition of a long task, ms. */
const LONG = 50;

/** Repeats the English articles of the corpus until there are enough words; all paragraphs are different. */
function longText(): string[] {
  const folder = 'tests/corpus/articles';
  const english = readdirSync(folder).filter((file) => file.includes('en-'));
  const blocks = english.flatMap((file) => readMarked(readFileSync(`${folder}/${file}`, 'utf8')).blocks);
  const paragraphs: string[] = [];
  let words = 0;
  for (let index = 0; words < WORDS; index += 1) {
    const text = blocks[index % blocks.length] ?? '';
    words += text.split(/\s+/).length;
    paragraphs.push(`${text} (${index})`);
  }
  return paragraphs;
}

/** A slice of main-thread time from the browser's trace; times in µs. */
interface Slice {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** CPU time, which depends less on the load of the machine. */
  readonly tdur?: number;
  readonly args: { readonly data?: { readonly url?: string } };
}

/** Scrolls through the whole text, and counts the underlined coins. */
function underlinedOnTheWayDown(page: Page): Promise<{ every: number; most: number; missing: number }> {
  return page.evaluate(async () => {
    const marks = (): AbstractRange[] => [...(CSS.highlights.get('mention') ?? [])];
    const boxOf = ({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): DOMRect => {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      return range.getBoundingClientRect();
    };
    // The range of a mention is the same object whenever it is underlined.
    const known = new Set<AbstractRange>();
    let most = 0;
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo(0, top);
      await new Promise((done) => setTimeout(done, 200));
      const now = marks();
      most = Math.max(most, now.length);
      for (const mark of now) known.add(mark);
    }
    // Back to the top at once: all visible mentions must be underlined again.
    scrollTo(0, 0);
    await new Promise((done) => setTimeout(done, 400));
    const now = new Set(marks());
    const missing = [...known].filter((mark) => {
      const { top, bottom } = boxOf(mark);
      return bottom > 0 && top < innerHeight && !now.has(mark);
    });
    return { every: known.size, most, missing: missing.length };
  });
}

it('ten thousand words are read in many short slices, without layout shifts', async () => {
  const paragraphs = longText();
  const url = 'https://www.theblock.co/post/410001/ten-thousand-words';
  stage.world.serve(url, {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Long</title>
<style>body{margin:0 0 0 40px;font:18px/1.6 sans-serif}article{width:620px}</style></head>
<body><article><h1>Ten thousand words</h1>${paragraphs
      .map((text) => `<p>${text.replace(/\w+/, '<b>$&</b>').replaceAll(/ (\w+),/g, ' <i>$1</i>,')}</p>`)
      .join('')}</article></body></html>`,
  });
  // Prices are loaded first, so that the trace shows a normal page.
  await stage.panel(await stage.open('https://www.theblock.co/post/380001/short-note'));
  await stage.closePages();
  const page = await stage.open('about:blank');
  await page.evaluateOnNewDocument(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] });
  await page.goto(url, { waitUntil: 'load' });
  await stage.panel(page, ({ mentioned }) => mentioned.length > 0);
  await until(
    () => page.evaluate(() => CSS.highlights.get('mention')?.size ?? 0),
    (size) => size > 0,
  );
  const trace = JSON.parse(new TextDecoder().decode((await page.tracing.stop()) ?? new Uint8Array()));
  const marks = await underlinedOnTheWayDown(page);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  // Up to five hundred, but only visible ones at a time: every changing frame pays for all highlights.
  expect(marks.every).toBe(500);
  expect(marks.most).toBeLessThan(60);
  expect(marks.missing).toBe(0);

  const events = trace.traceEvents as Slice[];
  const called = events.find(
    ({ name, args }) => name === 'FunctionCall' && args.data?.url?.endsWith('/overlay.js') === true,
  );
  const here = events.filter(({ pid, tid }) => pid === called?.pid && tid === called.tid);
  // The page has no scripts: all idle callbacks are ours.
  const idle = here.filter(({ name }) => name === 'FireIdleCallback');
  const ours = [...idle, ...here.filter(({ args }) => args.data?.url?.endsWith('/overlay.js'))];
  const tasks = here.filter(
    ({ name, ts: from, dur = 0 }) =>
      name.endsWith('RunTask') && ours.some(({ ts }) => from <= ts && ts < from + dur),
  );
  const spent = tasks.map(({ tdur, dur }) => (tdur ?? dur ?? 0) / 1000).sort((a, b) => b - a);
  const elements = await page.evaluate(() => document.querySelectorAll('article, article *').length);
  const longest = spent.slice(0, 5).map((ms) => ms.toFixed(1));
  process.stdout.write(
    `${elements} elements, ${marks.every} underlined, ${marks.most} of them at a time at the most; ${tasks.length} tasks of ours, ${idle.length} of them idle, ` +
      `the longest ${longest.join(', ')} ms of processor time\n`,
  );
  expect(idle.length).toBeGreaterThan(2);
  expect(spent.length).toBeGreaterThan(0);
  expect(spent.filter((ms) => ms >= LONG)).toEqual([]);
});
