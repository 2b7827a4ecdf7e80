import { expect, test, vi } from 'vitest';
import type { MentionRange } from '../../page/mentions.ts';
import { handTimers } from '../../tests/dom/controls.ts';
import { lifetime, one, show } from '../../tests/dom/show.ts';
import { createSteps, watchPointing } from './hover.ts';

/** The mention of the only text of an element. */
function mentionIn(selectors: string): MentionRange {
  const text = one(selectors).firstChild;
  if (!(text instanceof Text)) throw new Error(`${selectors} has no text`);
  const range = new StaticRange({
    startContainer: text,
    startOffset: 0,
    endContainer: text,
    endOffset: text.length,
  });
  return { id: text.data, range };
}

function watch() {
  handTimers();
  show({
    body: '<p id="a">Bitcoin</p><p id="b">Solana</p><div id="ours"></div><p id="other">Text</p>',
    css: 'p, div { margin: 0 0 40px; height: 20px; font: 16px/20px serif }',
  });
  const mentions = [mentionIn('#a'), mentionIn('#b')];
  const pointed: (string | undefined)[] = [];
  const life = lifetime();
  watchPointing(
    () => mentions,
    (target) => target === one('#ours'),
    (mention) => pointed.push(mention?.id),
    life.signal,
  );
  /** As the browser sends it when a pointer is over an element. */
  const move = (selectors: string, init: PointerEventInit = {}): void => {
    const element = one(selectors);
    const { left, top } = element.getBoundingClientRect();
    const at = { clientX: left + 4, clientY: top + 8, bubbles: true, ...init };
    element.dispatchEvent(new PointerEvent('pointermove', at));
  };
  return { mentions, pointed, life, move };
}

/** Until the pointer is looked at, and until a card that it has left goes, ms. */
const LOOK = 100;
const LEAVE = 350;

test('reports the coin under the pointer once, and a while after the pointer has left that it has', () => {
  const { pointed, move } = watch();
  move('#a');
  expect(pointed).toEqual([]);
  vi.advanceTimersByTime(LOOK);
  expect(pointed).toEqual(['Bitcoin']);
  move('#a');
  vi.advanceTimersByTime(LOOK);
  move('#b');
  vi.advanceTimersByTime(LOOK);
  expect(pointed).toEqual(['Bitcoin', 'Solana']);
  move('#other');
  vi.advanceTimersByTime(LOOK + LEAVE - 1);
  expect(pointed).toEqual(['Bitcoin', 'Solana']);
  vi.advanceTimersByTime(1);
  expect(pointed).toEqual(['Bitcoin', 'Solana', undefined]);
});

test('a card stays while the pointer is on it', () => {
  const { pointed, move } = watch();
  move('#a');
  vi.advanceTimersByTime(LOOK);
  move('#other');
  vi.advanceTimersByTime(LOOK);
  move('#ours');
  vi.advanceTimersByTime(10 * LEAVE);
  expect(pointed).toEqual(['Bitcoin']);
});

test('a finger that moves scrolls; a tap points; Escape ends it', () => {
  const { pointed, move } = watch();
  move('#a', { pointerType: 'touch' });
  vi.advanceTimersByTime(LOOK);
  one('#b').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(pointed).toEqual([undefined]);
  const { left, top } = one('#b').getBoundingClientRect();
  const at = { bubbles: true, clientX: left + 4, clientY: top + 8 };
  one('#b').dispatchEvent(new MouseEvent('click', at));
  vi.advanceTimersByTime(LOOK);
  expect(pointed).toEqual([undefined, 'Solana']);
});

test('nothing is reported after the end', () => {
  const { pointed, life } = watch();
  life.abort(null);
  one('#a').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  expect(pointed).toEqual([]);
});

test('steps go round the coins of the text, and begin at either end', () => {
  const { mentions } = watch();
  const pointed: (string | undefined)[] = [];
  const stepBy = createSteps(
    () => mentions,
    (mention) => pointed.push(mention?.id),
  );
  stepBy(1);
  stepBy(1);
  stepBy(1);
  stepBy(-1);
  expect(pointed).toEqual(['Bitcoin', 'Solana', 'Bitcoin', 'Solana']);
  const backwards: (string | undefined)[] = [];
  createSteps(
    () => mentions,
    (mention) => backwards.push(mention?.id),
  )(-1);
  createSteps(
    () => [],
    (mention) => backwards.push(mention?.id),
  )(1);
  expect(backwards).toEqual(['Solana', undefined]);
});
