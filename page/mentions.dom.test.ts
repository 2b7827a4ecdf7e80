import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { one, show } from '../tests/dom/show.ts';
import { boxesOf, isInPage, type MentionRange, mentionAt, underline } from './mentions.ts';

/** The mention of a word in the only text node of an element. */
function mentionIn(selectors: string, word: string): MentionRange {
  const text = one(selectors).firstChild;
  if (!(text instanceof Text)) throw new Error(`${selectors} does not begin with text`);
  const at = text.data.indexOf(word);
  const ends = { startContainer: text, startOffset: at, endContainer: text, endOffset: at + word.length };
  return { id: word.toLowerCase(), range: new StaticRange(ends) };
}
const NAME = 'mention';
const underlined = (): AbstractRange[] =>
  [...(CSS.highlights.get(NAME) ?? [])].map((range) => range as AbstractRange);

beforeEach(async () => {
  await page.viewport(1000, 800);
  // What another test underlined stays until something else is.
  underline([]);
  CSS.highlights.delete(NAME);
});

describe('underlines', () => {
  // Two mentions two thousand pixels apart, in a window of 800.
  const far = {
    body: '<p id="a">Bitcoin</p><p id="b">Solana</p>',
    css: 'body { margin: 0 } p { margin: 0 0 2000px; font: 20px/20px serif }',
  };

  test('are drawn for what is in the window or half a window from it, and for nothing else', () => {
    show(far);
    const [a, b] = [mentionIn('#a', 'Bitcoin'), mentionIn('#b', 'Solana')];
    underline([a, b]);
    expect(underlined()).toEqual([a.range]);
    scrollTo(0, one('#b').getBoundingClientRect().top);
    underline([a, b]);
    expect(underlined()).toEqual([b.range]);
  });

  test('end exactly half a window below and above it', () => {
    show(far);
    const b = mentionIn('#b', 'Solana');
    const { top = 0, bottom = 0 } = boxesOf(b)[0] ?? {};
    scrollTo(0, Math.floor(top) - 1201);
    underline([b]);
    expect(underlined()).toEqual([]);
    scrollBy(0, 3);
    underline([b]);
    expect(underlined()).toEqual([b.range]);
    scrollTo(0, Math.floor(bottom) + 399);
    underline([b]);
    expect(underlined()).toEqual([b.range]);
    scrollBy(0, 3);
    underline([b]);
    expect(underlined()).toEqual([]);
  });

  test('touch no element of the page', () => {
    show(far);
    const before = document.body.innerHTML;
    underline([mentionIn('#a', 'Bitcoin')]);
    expect(document.body.innerHTML).toBe(before);
  });

  test('that are drawn already are not drawn again', () => {
    show(far);
    const a = mentionIn('#a', 'Bitcoin');
    underline([a]);
    const before = CSS.highlights.get(NAME);
    underline([a]);
    expect(CSS.highlights.get(NAME)).toBe(before);
    underline([mentionIn('#a', 'Bitcoin')]);
    expect(CSS.highlights.get(NAME)).not.toBe(before);
  });

  test('leave no empty registry behind', () => {
    show(far);
    underline([mentionIn('#a', 'Bitcoin')]);
    underline([]);
    expect(CSS.highlights.has(NAME)).toBe(false);
  });

  test('of a newer copy of this script stay when this one has nothing more to draw', () => {
    show(far);
    underline([mentionIn('#a', 'Bitcoin')]);
    const newer = new Highlight();
    CSS.highlights.set(NAME, newer);
    underline([]);
    expect(CSS.highlights.get(NAME)).toBe(newer);
  });

  test('are not asked for in a browser without them', () => {
    show(far);
    vi.stubGlobal('Highlight', undefined);
    underline([mentionIn('#a', 'Bitcoin')]);
    vi.unstubAllGlobals();
    expect(CSS.highlights.has(NAME)).toBe(false);
  });

  test('include what is not displayed, as that has no place: it draws nothing', () => {
    show({ ...far, css: 'p { display: none }' });
    const a = mentionIn('#a', 'Bitcoin');
    underline([a]);
    expect([underlined(), boxesOf(a)]).toEqual([[a.range], []]);
  });
});

describe('where a mention is', () => {
  test('one box a line, around its letters', () => {
    show({ body: '<p>one two</p>', css: 'p { width: 0; font: 20px/30px monospace }' });
    const mention = mentionIn('p', 'one two');
    const boxes = boxesOf(mention);
    expect(boxes).toHaveLength(2);
    const [first, second] = boxes;
    expect((second?.top ?? 0) - (first?.top ?? 0)).toBe(30);
    expect(boxes.every(({ width }) => width > 0)).toBe(true);
  });

  test('nowhere once the page has taken its text away, or a part of it', () => {
    show({ body: '<p>one Bitcoin</p><b>Solana</b>' });
    const mention = mentionIn('p', 'Bitcoin');
    expect([isInPage(mention), boxesOf(mention).length]).toEqual([true, 1]);
    one('p').firstChild?.replaceWith('other text');
    expect([isInPage(mention), boxesOf(mention)]).toEqual([false, []]);
    const [text, cut] = [one('p').firstChild, mentionIn('p', 'text')];
    // Which the one asked for before still has.
    expect(boxesOf(mentionIn('b', 'Solana'))).toHaveLength(1);
    if (text instanceof Text) text.data = 'oth';
    expect([isInPage(cut), boxesOf(cut)]).toEqual([true, []]);
  });

  test('asking for one does not change the answer for another', () => {
    show({ body: '<p>one Bitcoin, one Solana</p>' });
    const [a, b] = [mentionIn('p', 'Bitcoin'), mentionIn('p', 'Solana')];
    const before = boxesOf(a).map((box) => box.toJSON());
    boxesOf(b);
    expect(boxesOf(a).map((box) => box.toJSON())).toEqual(before);
  });
});

describe('the mention under a pointer', () => {
  const mentions = (): MentionRange[] => [mentionIn('p', 'Bitcoin'), mentionIn('p', 'Solana')];
  const at = (target: EventTarget, clientX: number, clientY: number): MouseEvent => {
    const event = new MouseEvent('mousemove', { clientX, clientY });
    Object.defineProperty(event, 'target', { value: target });
    return event;
  };

  test('is the one whose text it is on, underline included', () => {
    show({ body: '<p>one Bitcoin, one Solana</p>' });
    const all = mentions();
    const [, second] = all;
    const [box = new DOMRect()] = second ? boxesOf(second) : [];
    const middle = (box.left + box.right) / 2;
    expect(mentionAt(all, at(one('p'), middle, box.top))).toBe(second);
    expect(mentionAt(all, at(one('p'), middle, box.bottom + 2))).toBe(second);
    expect(mentionAt(all, at(one('p'), middle, box.bottom + 3))).toBeUndefined();
    expect(mentionAt(all, at(one('p'), middle, box.top - 1))).toBeUndefined();
    expect(mentionAt(all, at(one('p'), box.left - 1, box.top))).toBeUndefined();
    expect(mentionAt(all, at(one('p'), box.right + 1, box.top))).toBeUndefined();
  });

  test('is none when something of the page lies over the text', () => {
    show({ body: '<p>one Bitcoin, one Solana</p><div></div>' });
    const all = mentions();
    const [box = new DOMRect()] = all[0] ? boxesOf(all[0]) : [];
    expect(mentionAt(all, at(one('div'), box.left + 1, box.top + 1))).toBeUndefined();
  });
});
