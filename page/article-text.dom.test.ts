import { describe, expect, test } from 'vitest';
import { one, show } from '../tests/dom/show.ts';
import { isPriceHeading, type Passage, rangeIn, readPassages, textOf } from './article-text.ts';

const tidy = (passage: Passage): string => textOf(passage).replace(/\s+/g, ' ').trim();

/** The text of an article's passages, as a reader sees them. */
async function readingOf(body: string, css = ''): Promise<string[]> {
  show({ body: `<article>${body}</article>`, css });
  return (await readPassages([one('article')], () => 0)).map(tidy);
}

describe('passages', () => {
  test('are blocks: what is inline stays together, and what is not begins another', async () => {
    expect(
      await readingOf('<h1>Head</h1><p>One <b>bold <i>word</i></b>, one <a href="#">link</a>.</p>loose'),
    ).toEqual(['Head', 'One bold word, one link.', 'loose']);
  });

  test('go by how an element is displayed, not by its name', async () => {
    const css = 'span { display: block } div { display: inline } section { display: contents }';
    expect(await readingOf('a<span>b</span>c<div>d</div><section>e</section>', css)).toEqual([
      'a',
      'b',
      'cde',
    ]);
  });

  test('end at a line break', async () => {
    expect(await readingOf('<p>first<br>second</p>')).toEqual(['first', 'second']);
  });

  test('that are blank are left out', async () => {
    expect(await readingOf('<p> </p><p>\n</p><p>text</p><p></p>')).toEqual(['text']);
  });

  test('hold the page’s own text nodes, in order', async () => {
    show({ body: '<article><p>one <b>two</b> three</p></article>' });
    const [passage] = await readPassages([one('article')], () => 0);
    expect(passage).toEqual(
      [...one('p').childNodes].map((node) => (node instanceof Text ? node : node.firstChild)),
    );
  });
});

describe('what is not read', () => {
  test.each([
    'nav',
    'header',
    'footer',
    'aside',
    'form',
    'code',
    'pre',
    'noscript',
    'button',
    'textarea',
    'dialog open',
  ])('what stands in %s', async (name) => {
    const tag = name.split(' ')[0];
    expect(await readingOf(`<p>before</p><${name}>Bitcoin</${tag}><p>after</p>`)).toEqual([
      'before',
      'after',
    ]);
  });

  test.each([
    'class="ad"',
    'class="top ads"',
    'id="advertisement"',
    'class="sponsored-box"',
    'class="post_comments"',
    'class="comments"',
    'id="price-ticker"',
    'class="Related"',
  ])('a box with %s', async (name) => {
    expect(await readingOf(`<p>text</p><div ${name}>Bitcoin</div>`)).toEqual(['text']);
  });

  test.each(['class="shadow"', 'class="adapter"', 'id="tickers-explained"', 'class="unrelated"'])(
    'but a box with %s is',
    async (name) => {
      expect(await readingOf(`<p>text</p><div ${name}>Bitcoin</div>`)).toEqual(['text', 'Bitcoin']);
    },
  );

  test('what is not displayed, and what is hidden in other ways, with all that is in it', async () => {
    const css = '.none { display: none } .clear { opacity: 0 }';
    expect(
      await readingOf(
        '<p>seen<b class="none">gone</b></p><div class="clear"><p>gone <i>too</i></p></div>',
        css,
      ),
    ).toEqual(['seen']);
  });

  test('text in the color of what is painted behind it, wherever that is painted', async () => {
    const css = 'article { background: #000; color: #fff } .box { background: #fff; color: #000 }';
    const body =
      '<p>white on black</p><div class="box"><p>black on white</p><p style="color:#fff">mark</p></div>';
    expect(await readingOf(body, css)).toEqual(['white on black', 'black on white']);
  });

  test('white text where nothing is painted, as the canvas is white', async () => {
    expect(await readingOf('<p>text</p><p style="color: #fff">mark</p>', 'article { color: #222 }')).toEqual([
      'text',
    ]);
  });

  test('unless all text is white: then a dark picture lies behind it', async () => {
    expect(await readingOf('<p>text</p><p style="color: #fff">too</p>', 'article { color: #fff }')).toEqual([
      'text',
      'too',
    ]);
  });

  test('a box with the site’s own prices', async () => {
    expect(await readingOf('<p>text</p><div><h3>Trending Coins</h3><p>BTC 1</p></div>')).toEqual(['text']);
  });

  test('what comes after eight thousand elements', async () => {
    const body = `${'<b>x</b>'.repeat(8_000)}<p>end</p>`;
    const [first = '', ...others] = await readingOf(body);
    // One of the eight thousand is the article itself.
    expect(first).toBe('x'.repeat(7_999));
    expect(others).toEqual([]);
  });
});

describe('several roots', () => {
  test('are read in their order, and one inside another only once', async () => {
    show({ body: '<article><h1>Head</h1><p>Text</p></article>' });
    const passages = await readPassages([one('h1'), one('article')], () => 0);
    expect(passages.map(tidy)).toEqual(['Head', 'Text']);
  });
});

test('a long text is read in slices: another task of the page runs in between', async () => {
  show({ body: `<article>${'<p>text</p>'.repeat(10)}</article>` });
  let clock = 0;
  let tasks = 0;
  const count = setInterval(() => {
    tasks += 1;
  });
  // Every look at the clock finds that two slices have passed.
  const passages = await readPassages([one('article')], () => {
    clock += 6;
    return clock;
  });
  clearInterval(count);
  expect(passages).toHaveLength(10);
  expect(tasks).toBeGreaterThan(0);
});

describe('the range of a stretch of text', () => {
  async function ranged(body: string, start: number, end: number): Promise<StaticRange | null> {
    show({ body: `<article><p>${body}</p></article>` });
    const [passage = []] = await readPassages([one('article')], () => 0);
    return rangeIn(passage, start, end);
  }
  function saidBy(range: StaticRange | null): string | null {
    if (!range) return null;
    const live = new Range();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return live.toString();
  }

  test.each([
    ['one node', 'a Bitcoin b', 2, 9, 'Bitcoin'],
    ['the start of a node', 'a <b>Bitcoin</b>', 2, 9, 'Bitcoin'],
    ['two nodes', 'a Bit<b>coin</b> b', 2, 9, 'Bitcoin'],
    ['many nodes', 'a <i>B</i>i<i>t</i><b>co</b>in', 2, 9, 'Bitcoin'],
    ['the very end', 'a Bitcoin', 2, 9, 'Bitcoin'],
    ['everything', 'Bitcoin', 0, 7, 'Bitcoin'],
  ])('in %s', async (_where, body, start, end, said) => {
    expect(saidBy(await ranged(body, start, end))).toBe(said);
  });

  test('begins in the node of its first letter, not at the end of the node before', async () => {
    const range = await ranged('a <b>Bitcoin</b>', 2, 9);
    expect([range?.startContainer, range?.startOffset]).toEqual([one('b').firstChild, 0]);
    expect([range?.endContainer, range?.endOffset]).toEqual([one('b').firstChild, 7]);
  });

  test('is null when it is not in the passage', async () => {
    expect(await ranged('Bitcoin', 3, 8)).toBeNull();
    expect(await ranged('Bitcoin', 7, 9)).toBeNull();
  });
});

test.each([
  ['<h2>行情</h2>', true],
  ['<h3>Hot coins today</h3>', true],
  ['<h4>币圈快讯</h4>', true],
  ['<h2>Bitcoin rises</h2>', false],
  ['<p>Hot coins</p>', false],
  ['<h2>Hot coins of the year and what became of them</h2>', false],
  ['<header>Hot coins</header>', false],
])('%s is the heading of a box of prices: %s', (body, expected) => {
  show({ body });
  expect(isPriceHeading(document.body.firstElementChild)).toBe(expected);
});

test('no element is the heading of nothing', () => {
  expect(isPriceHeading(null)).toBe(false);
});
