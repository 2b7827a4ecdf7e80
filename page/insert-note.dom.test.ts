import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { lifetime, one, painted, show } from '../tests/dom/show.ts';
import { placeAfterArticle } from './insert-note.ts';

beforeEach(() => page.viewport(1000, 800));

const note = (): Element => Object.assign(document.createElement('aside'), { textContent: 'note' });
const block = (px: number): string => `<p style="height:${px}px;margin:0">text</p>`;

/** Parents of the note that is on the page. */
const placed = (): (string | undefined)[] =>
  [...document.querySelectorAll('aside')].map((element) => element.parentElement?.localName);

/** The sum of layout shifts from now on. */
function shifts(): { readonly sum: () => number } {
  let sum = 0;
  const add = (entries: readonly PerformanceEntry[]): void => {
    for (const entry of entries) sum += Number(Reflect.get(entry, 'value'));
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return {
    sum: () => {
      add(observer.takeRecords());
      return sum;
    },
  };
}

test('a column that ends below the window gets it at once, as its last child', async () => {
  show({ body: `<article>${block(2000)}</article><footer>${block(500)}</footer>` });
  const moved = shifts();
  placeAfterArticle(one('article'), note, lifetime().signal);
  expect(placed()).toEqual(['article']);
  expect(one('article').lastElementChild?.localName).toBe('aside');
  await painted();
  expect(moved.sum()).toBe(0);
});

test('a column that ends in sight on a page that scrolls: it goes after the whole body', () => {
  show({ body: `<article>${block(400)}</article><footer>${block(2000)}</footer>` });
  placeAfterArticle(one('article'), note, lifetime().signal);
  expect(placed()).toEqual(['html']);
});

test('a page that is scrolled to the end of its column: when that end has left the window below', async () => {
  show({ body: `<article>${block(2000)}</article><footer>${block(900)}</footer>` });
  scrollTo(0, 1500);
  placeAfterArticle(one('article'), note, lifetime().signal);
  expect(placed()).toEqual([]);
  scrollTo(0, 1400);
  await painted();
  expect(placed()).toEqual([]);
  scrollTo(0, 1000);
  await vi.waitFor(() => expect(placed()).toEqual(['article']));
  // Once.
  scrollTo(0, 1500);
  await painted();
  scrollTo(0, 0);
  await painted();
  expect(placed()).toEqual(['article']);
});

test('a page that does not scroll never gets it, and the note is not even made', async () => {
  show({ body: `<article>${block(300)}</article>` });
  const made = vi.fn(note);
  placeAfterArticle(one('article'), made, lifetime().signal);
  await painted();
  expect(made).not.toHaveBeenCalled();
});

test('nothing is placed after the end', async () => {
  show({ body: `<article>${block(2000)}</article><footer>${block(900)}</footer>` });
  scrollTo(0, 1500);
  const life = lifetime();
  placeAfterArticle(one('article'), note, life.signal);
  life.abort();
  scrollTo(0, 0);
  await painted();
  expect(placed()).toEqual([]);
});
