import { describe, expect, test, vi } from 'vitest';
import { lifetime, one, painted, show } from '../tests/dom/show.ts';
import { observe, on } from './events.ts';

describe('events', () => {
  test('are seen although an element of the page stops them', () => {
    show({ body: '<button></button>' });
    const clicked = vi.fn();
    one('button').addEventListener('click', (event) => event.stopImmediatePropagation());
    on(['click'], clicked, lifetime().signal);
    one('button').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(clicked).toHaveBeenCalledTimes(1);
  });

  test('that do not bubble are seen too, the scroll of a box among them', async () => {
    show({ body: '<div style="height:50px;overflow:auto"><p style="height:500px"></p></div>' });
    const scrolled = vi.fn();
    on(['scroll'], scrolled, lifetime().signal);
    one('div').scrollTop = 40;
    await vi.waitFor(() =>
      expect(scrolled).toHaveBeenCalledWith(expect.objectContaining({ target: one('div') })),
    );
  });

  test('of several types reach one listener, which cannot hold up the page', () => {
    show({ body: '<p></p>' });
    const seen = vi.fn((event: Event) => event.preventDefault());
    on(['click', 'keydown'], seen, lifetime().signal);
    const events = [
      new MouseEvent('click', { bubbles: true, cancelable: true }),
      new KeyboardEvent('keydown', { bubbles: true, cancelable: true }),
    ];
    for (const event of events) one('p').dispatchEvent(event);
    expect(seen.mock.calls).toEqual(events.map((event) => [event]));
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([false, false]);
  });

  test('are not seen after the signal has aborted', () => {
    show({ body: '<p></p>' });
    const life = lifetime();
    const seen = vi.fn();
    on(['click'], seen, life.signal);
    life.abort();
    one('p').dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(seen).not.toHaveBeenCalled();
  });
});

describe('changes of the tree', () => {
  test('of every given node are reported, and of no other', async () => {
    show({ body: '<div id="a"></div><div id="b"></div><div id="c"></div>' });
    const targets: (string | undefined)[] = [];
    const noted = (changes: readonly MutationRecord[]): void => {
      for (const { target } of changes) if (target instanceof Element) targets.push(target.id);
    };
    observe([one('#a'), one('#b')], { childList: true }, noted, lifetime().signal);
    for (const id of ['c', 'b', 'a']) one(`#${id}`).append('text');
    await painted();
    expect(targets).toEqual(['b', 'a']);
  });

  test('are not reported after the signal has aborted', async () => {
    show({ body: '<div></div>' });
    const life = lifetime();
    const changed = vi.fn();
    observe([one('div')], { childList: true }, changed, life.signal);
    life.abort();
    one('div').append('text');
    await painted();
    expect(changed).not.toHaveBeenCalled();
  });
});
