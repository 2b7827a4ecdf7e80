import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../../world/browser.ts';
import { until } from '../../world/surface.ts';
import { startWorld, type World } from '../../world/world.ts';
import { FIREFOX_BUILD } from './harness.ts';
import {
  complaintsOf,
  type HostileWindow,
  ownMarkup,
  PATCHES,
  page,
  UNDOING,
  watchPage,
} from './hostile-page.ts';

let world: World;
let firefox: Firefox;

beforeAll(async () => {
  world = await startWorld({ market: 'golden' });
  firefox = await launchFirefox({ world, extensionDir: FIREFOX_BUILD });
});

afterAll(async () => {
  await firefox?.browser.close();
  await world?.close();
});

let served = 0;

async function open(
  body: string,
  headers: Record<string, string> = {},
): Promise<{ page: Page; messages: string[] }> {
  served += 1;
  const url = `https://www.theblock.co/post/38${String(served).padStart(4, '0')}/hostile`;
  world.serve(url, { body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
  const opened = await firefox.browser.newPage();
  const messages: string[] = [];
  opened.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  opened.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
  await opened.evaluateOnNewDocument(watchPage);
  await opened.goto(url, { waitUntil: 'load' });
  return { page: opened, messages };
}

const hosts = (opened: Page): Promise<number> =>
  opened.evaluate(() => document.querySelectorAll('html > div').length);

/** Waits for the panel and the underlines, as far as a page can see them. */
async function isShown(opened: Page, underlined = 1): Promise<void> {
  await until(
    () => opened.evaluate(() => [document.querySelectorAll('html > div').length, CSS.highlights.size]),
    ([count, names]) => count === 1 && names === underlined,
    30_000,
  );
}

async function expectUnharmed({ page: opened, messages }: { page: Page; messages: string[] }): Promise<void> {
  const before = await opened.evaluate(() => (window as unknown as HostileWindow).before);
  expect(await opened.evaluate(ownMarkup)).toBe(before);
  expect([...messages, ...(await complaintsOf(opened))]).toEqual([]);
}

/** Checks whether our element covers part of the window, as far as a page can see. */
const isOnTop = (opened: Page): Promise<boolean> =>
  opened.evaluate(() => {
    for (let x = 5; x < innerWidth; x += 30)
      for (let y = 5; y < innerHeight; y += 15) {
        const hit = document.elementFromPoint(x, y);
        if (hit?.localName === 'div' && hit.parentElement === document.documentElement) return true;
      }
    return false;
  });

describe('hostile pages in Firefox', () => {
  it('a strict policy with Trusted Types is not violated', async () => {
    const visited = await open(page({}).replace(/<style>.*?<\/style>/, ''), {
      'content-security-policy':
        "default-src 'none'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    });
    await isShown(visited.page);
    expect(await isOnTop(visited.page)).toBe(true);
    await expectUnharmed(visited);
    await visited.page.close();
  });

  it('style rules that hide every div, on a right-to-left page', async () => {
    const visited = await open(page({ head: `${UNDOING}<style>* { direction: rtl !important }</style>` }));
    await isShown(visited.page);
    expect(await isOnTop(visited.page)).toBe(true);
    expect(
      await visited.page.evaluate(() => {
        const host = document.querySelector('html > div');
        const { display, position, opacity } = getComputedStyle(host ?? document.body);
        return { display, position, opacity };
      }),
    ).toEqual({ display: 'block', position: 'fixed', opacity: '1' });
    await expectUnharmed(visited);
    await visited.page.close();
  });

  it('patched prototypes and constructors are never called by our code', async () => {
    const visited = await open(page({ tail: `<script>${PATCHES}</script>` }));
    // Only functions that the page has not replaced are called here.
    await until(
      () => visited.page.evaluate(() => document.documentElement.lastElementChild?.localName),
      (name) => name === 'div',
    );
    await new Promise((done) => setTimeout(done, 1_500));
    const caught = await visited.page.evaluate(() => {
      const names: string[] = [];
      for (const name of (window as unknown as HostileWindow).caught) names[names.length] = name;
      return names;
    });
    expect(caught).toEqual([]);
    expect(await visited.page.evaluate(() => document.querySelector('html > div')?.shadowRoot)).toBeNull();
    expect(visited.messages).toEqual([]);
    await visited.page.close();
  });

  it('a page that removes it three times succeeds', async () => {
    const visited = await open(
      page({
        head: `<script>
          var added = 0;
          new MutationObserver((records) => {
            for (const { addedNodes } of records) for (const node of addedNodes)
              if (node.localName === 'div') { added += 1; node.remove(); }
          }).observe(document.documentElement, { childList: true });
        </script>`,
      }),
    );
    await until(
      () => visited.page.evaluate(() => (window as unknown as { added: number }).added),
      (added) => added === 4,
    );
    // Longer than the interval of the panel, at which it would return.
    await new Promise((done) => setTimeout(done, 5_500));
    expect(await visited.page.evaluate(() => (window as unknown as { added: number }).added)).toBe(4);
    expect(await hosts(visited.page)).toBe(0);
    await expectUnharmed(visited);
    await visited.page.close();
  });

  it('an editable page: text that is typed over the panel does not change or move it', async () => {
    const visited = await open(page({ tail: '<script>document.designMode = "on"</script>' }));
    const opened = visited.page;
    await isShown(opened);
    await opened.mouse.click(1280 - 160, 800 - 120);
    await opened.keyboard.type('zzz');
    expect(await opened.evaluate(() => document.querySelector('html > div')?.outerHTML)).toBe('<div></div>');
    await opened.mouse.click(200, 180);
    await opened.keyboard.type('typed');
    expect(await opened.evaluate(() => document.querySelector('article')?.textContent)).toContain('typed');
    expect(await hosts(opened)).toBe(1);
    expect(visited.messages).toEqual([]);
    await opened.close();
  });

  it('a document that is written again has one panel again', async () => {
    const visited = await open(page({}));
    const opened = visited.page;
    await isShown(opened);
    await opened.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
      (window as unknown as HostileWindow).before = document.documentElement.outerHTML;
    }, page({}));
    await isShown(opened);
    await expectUnharmed(visited);
    await opened.close();
  });
});
