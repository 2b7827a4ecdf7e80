import { describe, expect, test, vi } from 'vitest';
import { ColorSystem } from '../tests/dom/controls.ts';
import { lifetime, one, painted, show } from '../tests/dom/show.ts';
import { isDarkPage, watchTheme } from './theme.ts';

describe('a page is dark', () => {
  test.each([
    ['black', true],
    ['#0a1929', true],
    ['rgb(101, 101, 101)', true],
    ['rgb(103, 103, 103)', false],
    ['white', false],
    // As bright as they look, not as their numbers are high.
    ['rgb(0, 0, 255)', true],
    ['rgb(0, 255, 0)', false],
    ['rgb(255, 0, 0)', true],
  ])('on %s: %s', (color, dark) => {
    show({ body: `<main style="background: ${color}"><p>text</p></main>` });
    expect(isDarkPage(one('p'))).toBe(dark);
  });

  test('where one reads, not where the frame around it is', () => {
    show({ body: '<main style="background: #fff"><p>text</p></main>', css: 'body { background: #000 }' });
    expect(isDarkPage(one('p'))).toBe(false);
    expect(isDarkPage(null)).toBe(true);
  });

  test.each([
    ['a page that goes along with a dark system', 'light dark', true, true],
    ['a page that goes along with a light system', 'light dark', false, false],
    ['a page that knows only light', 'light', true, false],
    ['a page that says nothing', 'normal', true, false],
  ])('without paint: %s', (_what, scheme, system, dark) => {
    new ColorSystem(system);
    show({ body: '<p>text</p>', css: `:root { color-scheme: ${scheme} }` });
    expect(isDarkPage(one('p'))).toBe(dark);
  });
});

describe('a switch of themes is noticed', () => {
  const switches: readonly (readonly [string, () => void])[] = [
    ['a class of the root', () => document.documentElement.classList.add('dark')],
    ['a class of the body', () => document.body.classList.add('dark')],
    ['a style of the body', () => document.body.style.setProperty('background', '#000')],
    ['data-theme of the root', () => document.documentElement.setAttribute('data-theme', 'dark')],
  ];
  test.each(switches)('by %s', async (_what, change) => {
    show({});
    const changed = vi.fn();
    watchTheme(changed, lifetime().signal);
    change();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
  });

  test('by the system', () => {
    show({});
    const system = new ColorSystem(false);
    const changed = vi.fn();
    watchTheme(changed, lifetime().signal);
    system.switchTo(true);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  test('and nothing else, and nothing after the end', async () => {
    show({ body: '<p></p>' });
    const system = new ColorSystem(false);
    const [life, changed] = [lifetime(), vi.fn()];
    watchTheme(changed, life.signal);
    one('p').className = 'dark';
    document.body.setAttribute('data-scroll', '7');
    document.body.append('text');
    await painted();
    expect(changed).not.toHaveBeenCalled();
    life.abort();
    document.body.className = 'dark';
    system.switchTo(true);
    await painted();
    expect(changed).not.toHaveBeenCalled();
  });
});
