import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { countHosts, readNote, readPanel, until } from '../../world/surface.ts';
import { CHROME_BUILD, useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

interface Seen {
  readonly events: readonly { readonly type: string; readonly target: string }[];
  readonly messages: readonly unknown[];
  readonly globals: readonly string[];
}

/** Records everything a page can observe: all dispatched events, posted messages and new globals. */
async function spy(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const scope = window as unknown as { seen: { events: unknown[]; messages: unknown[]; before: string[] } };
    scope.seen = { events: [], messages: [], before: Object.getOwnPropertyNames(window) };
    const add = EventTarget.prototype.addEventListener;
    // Any type of event: custom events with unknown names cannot be listened for, so dispatch is patched too.
    for (const type of ['message', 'securitypolicyviolation', 'error', 'unhandledrejection']) {
      add.call(window, type, (event) => {
        scope.seen.events.push({ type: event.type, target: 'window' });
        if (event instanceof MessageEvent) scope.seen.messages.push(event.data);
      });
    }
  });
}

async function seenBy(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { seen } = window as unknown as {
      seen: { events: { type: string; target: string }[]; messages: unknown[]; before: string[] };
    };
    const known = new Set(seen.before);
    return {
      events: seen.events,
      messages: seen.messages,
      globals: Object.getOwnPropertyNames(window).filter((name) => !known.has(name)),
    };
  });
}

/** Returns what a page sees of elements that it did not create. */
const strangersOn = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.documentElement.children]
      .filter((element) => element !== document.head && element !== document.body)
      .map((element) => `${element.outerHTML}|${element.shadowRoot === null}|${Object.keys(element).join()}`),
  );

describe('what the page can observe', () => {
  it('one nameless, empty element and nothing else: no event, message, global, attribute or fetchable file', async () => {
    const page = await stage.open(PAGES.light, spy);
    await stage.panel(page);
    expect(await strangersOn(page)).toEqual(['<div></div>|true|']);
    const seen = await seenBy(page);
    expect(seen.events).toEqual([]);
    expect(seen.messages).toEqual([]);
    expect(seen.globals.filter((name) => name !== 'seen')).toEqual([]);
    const reachable = await page.evaluate(async (id) => {
      const files = [
        'manifest.json',
        'overlay.js',
        'popup.html',
        'options.html',
        'icon/16.png',
        'background.js',
      ];
      const tries = files.map((file) =>
        fetch(`chrome-extension://${id}/${file}`)
          .then(() => file)
          .catch(() => ''),
      );
      return (await Promise.all(tries)).filter(Boolean);
    }, stage.chromium.extensionId);
    expect(reachable).toEqual([]);
  });

  it('no custom events under any name that a content script framework would use', async () => {
    const page = await stage.open(PAGES.light, async (fresh) => {
      await fresh.evaluateOnNewDocument((id) => {
        const received: string[] = [];
        (window as unknown as { received: string[] }).received = received;
        for (const name of ['overlay', 'content', 'background']) {
          for (const event of ['wxt:content-script-started', 'wxt:locationchange']) {
            document.addEventListener(`${id}:${name}:${event}`, () => received.push(name));
            window.addEventListener(`${id}:${name}:${event}`, () => received.push(name));
          }
        }
      }, stage.chromium.extensionId);
    });
    await stage.panel(page);
    expect(await page.evaluate(() => (window as unknown as { received: string[] }).received)).toEqual([]);
  });
});

describe('what the script could send', () => {
  it('contains no code for events or messages to a page', () => {
    const script = readFileSync(`${CHROME_BUILD}/overlay.js`, 'utf8');
    expect(script).not.toMatch(/CustomEvent|dispatchEvent|postMessage|innerHTML|getURL/);
  });
});

describe('what the page can break', () => {
  it('nothing with forged events and messages', async () => {
    const page = await stage.open(PAGES.light);
    await stage.panel(page);
    await page.evaluate((id) => {
      const detail = { contentScriptName: 'overlay', messageId: 'x', type: 'refresh' };
      for (const name of ['overlay', 'content']) {
        const type = `${id}:${name}:wxt:content-script-started`;
        for (const target of [document, window, ...document.querySelectorAll('html > div')]) {
          target.dispatchEvent(new CustomEvent(type, { detail }));
          target.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        }
        window.postMessage({ ...detail, type }, '*');
      }
      for (const type of [
        'pagehide',
        'unload',
        'abort',
        'close',
        'visibilitychange',
        'pageshow',
        'offline',
        'online',
      ]) {
        window.dispatchEvent(new Event(type));
        document.dispatchEvent(new Event(type));
      }
    }, stage.chromium.extensionId);
    await new Promise((done) => setTimeout(done, 500));
    expect((await readPanel(page))?.rows).toHaveLength(10);
    expect(await countHosts(page)).toBeGreaterThan(0);
  });

  it('nothing with a style rule that hides everything', async () => {
    const page = await stage.open(PAGES.light);
    await stage.panel(page);
    await page.addStyleTag({ content: '*, html > div { display: none !important; opacity: 0 !important }' });
    const [style] = await page.evaluate(() =>
      [...document.querySelectorAll('html > div')].map((host) => {
        const { display, opacity, position } = getComputedStyle(host);
        return { display, opacity, position };
      }),
    );
    expect(style).toEqual({ display: 'block', opacity: '1', position: 'fixed' });
  });

  it('nothing with patched prototypes', async () => {
    const page = await stage.open(PAGES.light, (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        const caught: unknown[] = [];
        (window as unknown as { caught: unknown[] }).caught = caught;
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          caught.push(init);
          return attach.call(this, { ...init, mode: 'open' });
        };
        const parse = JSON.parse;
        JSON.parse = (text: string) => {
          caught.push(text);
          return parse(text);
        };
      }),
    );
    await stage.panel(page);
    expect(await page.evaluate(() => (window as unknown as { caught: unknown[] }).caught)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector('html > div')?.shadowRoot)).toBeNull();
  });
});

describe('effects on the page', () => {
  it('CLS 0 while loading, showing, inserting the note and scrolling to the end; no other change to the DOM', async () => {
    const page = await stage.open(PAGES.en, (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        const scope = window as unknown as { shifts: number[]; original: string };
        scope.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            scope.shifts.push((entry as unknown as { value: number }).value);
        }).observe({ type: 'layout-shift', buffered: true });
        document.addEventListener('DOMContentLoaded', () => {
          scope.original = document.documentElement.outerHTML;
        });
      }),
    );
    await stage.panel(page);
    await until(
      () => readNote(page),
      (note) => note !== null,
    );
    for (let y = 0; y < 6000; y += 400) {
      await page.evaluate((top) => scrollTo(0, top), y);
      await new Promise((done) => setTimeout(done, 40));
    }
    const { shifts, before, after, hosts } = await page.evaluate(() => {
      const scope = window as unknown as { shifts: number[]; original: string };
      const hosts = [...document.querySelectorAll('div')].filter(
        (element) => element.attributes.length === 0 && element.childNodes.length === 0,
      );
      const places = hosts.map((host) => host.parentElement?.localName);
      for (const host of hosts) host.remove();
      return {
        shifts: scope.shifts,
        before: scope.original,
        after: document.documentElement.outerHTML,
        hosts: places,
      };
    });
    expect(shifts).toEqual([]);
    expect(hosts).toHaveLength(2);
    expect(after).toBe(before);
  });
});
