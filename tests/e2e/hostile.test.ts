import { mkdirSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import {
  boxOfPanel,
  clickOnPanel,
  countHosts,
  type ReadPanel,
  readNote,
  readPanel,
  until,
} from '../../world/surface.ts';
import { isSourceRequest, useStage } from './harness.ts';
import {
  complaintsOf,
  type HostileWindow,
  ownMarkup,
  PATCHES,
  page,
  UNDOING,
  watchPage,
} from './hostile-page.ts';

const stage = useStage({ locale: 'en-US' });
afterEach(() => stage.closePages());

// Screenshots for manual review, in an ignored folder.
const SHOTS = '.artifacts/hostile';
mkdirSync(SHOTS, { recursive: true });
let served = 0;

interface Visit {
  readonly page: Page;
  /** Console messages, errors of the page's scripts and ours, and policy violations. */
  complaints(): Promise<string[]>;
}

/** Opens a page of a listed host. */
async function visit(
  body: string,
  headers: Record<string, string> = {},
  prepare?: (page: Page) => Promise<unknown>,
): Promise<Visit> {
  served += 1;
  const url = `https://www.theblock.co/post/39${String(served).padStart(4, '0')}/hostile`;
  stage.world.serve(url, { body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } });
  const messages: string[] = [];
  const opened = await stage.open(url, async (fresh) => {
    fresh.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
    fresh.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`));
    await fresh.evaluateOnNewDocument(watchPage);
    await prepare?.(fresh);
  });
  return { page: opened, complaints: async () => [...messages, ...(await complaintsOf(opened))] };
}

/** Checks for a live, complete panel with the coins of the article. */
const hasRead = ({ state, rows, mentioned }: ReadPanel): boolean =>
  state === 'live' && rows.length === 10 && mentioned[0]?.symbol === 'BTC';

const evaluateOwn = async (page: Page): Promise<{ before: string; now: string }> => ({
  before: await page.evaluate(() => (window as unknown as HostileWindow).before),
  now: await page.evaluate(ownMarkup),
});

/** Checks that the page is unchanged except for nameless elements. */
async function expectUnharmed({ page, complaints }: Visit): Promise<void> {
  const { before, now } = await evaluateOwn(page);
  expect(now).toBe(before);
  expect(await complaints()).toEqual([]);
}

/** Checks whether the panel is on top at its center. */
async function isOnTop(page: Page): Promise<boolean> {
  const { left, right, top, bottom } = await boxOfPanel(page);
  return page.evaluate(
    (x, y) => {
      const hit = document.elementFromPoint(x, y);
      return (
        hit?.parentElement === document.documentElement &&
        hit.attributes.length === 0 &&
        hit.childNodes.length === 0
      );
    },
    (left + right) / 2,
    (top + bottom) / 2,
  );
}

const pause = (ms = 500): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** What the background or the popup is messages by the page in front. */
/** Returns the report of the page's script; `coins` is null before it has analyzed the article. */
const report = async (): Promise<{ panel: string; coins: { id: string }[] | null }> =>
  (await stage.chromium.worker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.tabs
      .sendMessage(tab?.id ?? 0, { type: 'report' })
      .catch(() => ({ panel: '', coins: null }));
  }) as never;

const badge = async (): Promise<string> =>
  (await stage.chromium.worker()).evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: typeof import('webextension-polyfill') };
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
    return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
  });

describe('pages with hostile styles', () => {
  it.each([
    ['rules that hide every div', UNDOING],
    ['white letters on a canvas that is dark', '<style>html { color-scheme: dark }</style>'],
    ['a filtered root', '<style>html { filter: blur(1px); opacity: .9 }</style>'],
    [
      'from right to left, and upside down',
      '<style>* { direction: rtl !important; text-align: right !important; writing-mode: vertical-rl }</style>',
    ],
  ])('%s: it is in its place', async (_name, head) => {
    const visited = await visit(page({ head }));
    await stage.panel(visited.page, hasRead);
    expect(await isOnTop(visited.page)).toBe(true);
    const { left, right } = await boxOfPanel(visited.page);
    expect(right - left).toBe(304);
    await expectUnharmed(visited);
    await visited.page.screenshot({ path: `${SHOTS}/${_name.replaceAll(/\W+/g, '-')}.png` });
  });

  it.each([
    ['nothing is drawn at all', '<style>* { display: none !important }</style>'],
    ['all of it is transparent', '<style>html { opacity: 0 !important }</style>'],
    ['all of it is turned', '<style>html { transform: rotate(3deg) } body { perspective: 300px }</style>'],
  ])('where %s it adapts, without a loop', async (_name, head) => {
    const visited = await visit(page({ head }), {}, (fresh) =>
      fresh.evaluateOnNewDocument(() => {
        const scope = window as unknown as { size: number[]; additions: number };
        const sizes = (): number[] => [
          document.documentElement.scrollWidth,
          document.documentElement.scrollHeight,
        ];
        scope.additions = 0;
        document.addEventListener('DOMContentLoaded', () => {
          scope.size = sizes();
          Object.assign(scope, { sizes });
          new MutationObserver((records) => {
            scope.additions += records.length;
          }).observe(document.documentElement, { childList: true });
        });
      }),
    );
    await stage.panel(visited.page, ({ state, rows }) => state === 'live' && rows.length === 10);
    await pause();
    const { before, after, additions } = await visited.page.evaluate(() => {
      const scope = window as unknown as { size: number[]; sizes: () => number[]; additions: number };
      return { before: scope.size, after: scope.sizes(), additions: scope.additions };
    });
    expect(after).toEqual(before);
    expect(additions).toBe(1);
    await expectUnharmed(visited);
  });

  it('two thousand nested elements: all text is read', async () => {
    const visited = await visit(
      page({
        tail: `<script>{ let inner = document.querySelector('article');
          for (let depth = 0; depth < 2000; depth += 1) inner = inner.appendChild(document.createElement('section'));
          inner.textContent = 'Monero (XMR) at the bottom of it.'; }</script>`,
      }),
    );
    const { panel } = await until(report, ({ coins }) => coins?.some(({ id }) => id === 'monero') === true);
    expect(panel).toBe('open');
    await expectUnharmed(visited);
  });
});

describe('pages that try to press its buttons', () => {
  it('forged events do nothing', async () => {
    const visited = await visit(page({}));
    await stage.panel(visited.page, hasRead);
    const before = await stage.stored('site:theblock.co');
    const tabs = stage.chromium.browser.targets().length;
    stage.world.clearRequests();
    await visited.page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('html > div');
      const how = { bubbles: true, composed: true, cancelable: true };
      for (let y = 5; y < innerHeight; y += 10)
        for (let x = innerWidth - 320; x < innerWidth; x += 40) {
          const at = { ...how, clientX: x, clientY: y, view: window };
          const events = [
            ...['pointerdown', 'pointerup', 'pointermove'].map((type) => new PointerEvent(type, at)),
            ...['mousedown', 'mouseup', 'click', 'dblclick'].map((type) => new MouseEvent(type, at)),
          ];
          for (const event of events) host?.dispatchEvent(event);
        }
    });
    await visited.page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('html > div');
      const how = { bubbles: true, composed: true, cancelable: true };
      for (const key of ['Enter', ' ', 'Tab', 'Escape', 'ArrowLeft', 'ArrowUp'])
        for (const type of ['keydown', 'keypress', 'keyup'])
          for (const target of [host, document, window])
            target?.dispatchEvent(new KeyboardEvent(type, { ...how, key }));
      host?.click();
      host?.focus();
      for (const type of ['toggle', 'step', 'refresh', 'open-options', 'report', 'removed-by-page'])
        window.postMessage({ type, by: 1, userInitiated: true }, '*');
    });
    await pause();
    const { folded, rows } = (await readPanel(visited.page)) ?? {};
    expect({ folded, rows: rows?.length }).toEqual({ folded: false, rows: 10 });
    expect(await stage.stored('site:theblock.co')).toEqual(before);
    expect(stage.chromium.browser.targets()).toHaveLength(tabs);
    expect(stage.world.requests.filter(isSourceRequest)).toEqual([]);
    await expectUnharmed(visited);
  });

  it('a click on a covering element does not reach it', async () => {
    const visited = await visit(page({}));
    const opened = visited.page;
    await stage.panel(opened, hasRead);
    await opened.evaluate(() => {
      const scope = window as unknown as { clicks: string[] };
      scope.clicks = [];
      addEventListener('click', ({ target }) => scope.clicks.push((target as Element).id), true);
      const cover = document.documentElement.appendChild(document.createElement('section'));
      cover.id = 'cover';
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fffc';
    });
    await clickOnPanel(opened, 'Hide here');
    await clickOnPanel(opened, '–');
    await opened.evaluate(() => {
      document.querySelector('#cover')?.remove();
      const dialog = document.body.appendChild(document.createElement('dialog'));
      dialog.id = 'dialog';
      dialog.showModal();
    });
    await clickOnPanel(opened, 'Hide here');
    await pause(200);
    expect(await opened.evaluate(() => (window as unknown as { clicks: string[] }).clicks)).toEqual([
      'cover',
      'cover',
      'dialog',
    ]);
    expect((await readPanel(opened))?.folded).toBe(false);
    expect(await visited.complaints()).toEqual([]);
  });

  it('a page that removes it three times succeeds, without errors, and the toolbar button is marked', async () => {
    const visited = await visit(
      page({
        head: `<script>
          var added = 0, removed = 0;
          new MutationObserver((records) => {
            for (const { addedNodes } of records) for (const node of addedNodes)
              if (node.localName === 'div') { added += 1; node.remove(); removed += 1; }
          }).observe(document.documentElement, { childList: true });
        </script>`,
      }),
    );
    await until(badge, (text) => text === '!');
    // Longer than the interval of the panel, at which it would return.
    await pause(5_500);
    const counts = await visited.page.evaluate(() => {
      const { added, removed } = window as unknown as { added: number; removed: number };
      return { added, removed };
    });
    expect(counts).toEqual({ added: 4, removed: 4 });
    expect((await report()).panel).toBe('removed-by-page');
    await expectUnharmed(visited);
  });
});

describe('pages that patch built-ins', () => {
  it('patched prototypes and constructors are never called by our code', async () => {
    const visited = await visit(page({ tail: `<script>${PATCHES}</script>` }));
    // Only functions that the page has not replaced are called here.
    await until(
      () => readPanel(visited.page),
      (panel) => panel !== null && hasRead(panel),
    );
    const caught = await visited.page.evaluate(() => {
      const names: string[] = [];
      for (const name of (window as unknown as HostileWindow).caught) names[names.length] = name;
      return names;
    });
    expect(caught).toEqual([]);
    expect(await visited.page.evaluate(() => document.querySelector('html > div')?.shadowRoot)).toBeNull();
  });

  it('elements and variables with names of browser APIs have no effect', async () => {
    const visited = await visit(
      page({
        body: ['browser', 'chrome', 'runtime', 'storage', 'api', 'Highlight', 'location', 'navigator']
          .map((name) => `<i id="${name}"></i><a name="${name}"></a>`)
          .join(''),
        tail: '<script>window.chrome = null; window.browser = { runtime: { id: "x", sendMessage() { throw new Error("caught"); } } };</script>',
      }),
    );
    await stage.panel(visited.page, hasRead);
    await expectUnharmed(visited);
  });
});

describe('pages of other kinds', () => {
  it('a document that is written again gets the panel again, with its own coins', async () => {
    const visited = await visit(page({}));
    const opened = visited.page;
    await stage.panel(opened, hasRead);
    await opened.evaluate(
      (text) => {
        document.open();
        document.write(text);
        document.close();
        const scope = window as unknown as HostileWindow;
        scope.before = document.documentElement.outerHTML;
      },
      page({}).replaceAll('Bitcoin', 'Litecoin').replaceAll('BTC', 'LTC'),
    );
    await stage.panel(
      opened,
      ({ mentioned: [first], rows }) => first?.symbol === 'LTC' && rows.length === 10,
    );
    expect(await opened.evaluate(() => document.querySelectorAll('html > div').length)).toBe(1);
    await expectUnharmed(visited);
  });

  it('a document that stays open for writing gets it back too, without errors', async () => {
    const visited = await visit(page({}));
    const opened = visited.page;
    await stage.panel(opened, hasRead);
    await opened.evaluate(() => {
      document.open();
    });
    // One interval of the panel passes.
    await pause(5_500);
    await opened.evaluate((text) => {
      document.write(text);
      document.close();
      (window as unknown as HostileWindow).before = document.documentElement.outerHTML;
    }, page({}));
    await stage.panel(opened, ({ rows }) => rows.length === 10);
    await expectUnharmed(visited);
  });

  it('an article that is removed for a moment is found again at the same URL', async () => {
    const visited = await visit(page({}));
    const opened = visited.page;
    await stage.panel(opened, hasRead);
    await opened.evaluate(() => {
      const article = document.querySelector('article');
      article?.remove();
      Object.assign(window, { article });
    });
    await until(report, ({ coins }) => coins === null);
    await opened.evaluate(() => {
      const { article } = window as unknown as { article: Element };
      const other = article.cloneNode(true) as Element;
      for (const paragraph of other.querySelectorAll('p'))
        paragraph.textContent = paragraph.textContent.replaceAll(/BTC|Bitcoin/g, 'Litecoin');
      document.body.append(other);
    });
    await stage.panel(opened, ({ mentioned: [first] }) => first?.symbol === 'LTC');
    expect(await visited.complaints()).toEqual([]);
  });

  it('frames of a listed host, sandboxed or not, have no panel', async () => {
    const frame = 'https://www.theblock.co/post/395555/framed';
    stage.world.serve(frame, { body: page({}) });
    const visited = await visit(
      page({
        body: `<iframe src="${frame}"></iframe><iframe sandbox src="${frame}"></iframe><iframe sandbox="allow-scripts" src="${frame}"></iframe>`,
      }),
    );
    await stage.panel(visited.page, hasRead);
    const [main, ...inner] = visited.page.frames();
    expect(inner).toHaveLength(3);
    expect(main?.extensionRealms()).toHaveLength(1);
    expect(inner.flatMap((each) => each.extensionRealms())).toEqual([]);
    const { before, now } = await evaluateOwn(visited.page);
    expect(now).toBe(before);
  });

  it('a page that is sandboxed itself', async () => {
    const visited = await visit(page({}), { 'content-security-policy': 'sandbox allow-scripts' });
    await stage.panel(visited.page, hasRead);
    await expectUnharmed(visited);
  });

  it('XHTML', async () => {
    const body = page({})
      .replace('<!doctype', '<!DOCTYPE')
      .replace('<html', '<html xmlns="http://www.w3.org/1999/xhtml"')
      .replaceAll(/<meta([^>]*)>/g, '<meta$1/>')
      .replace('</h1>', '</h1><p>Line of Litecoin<br/>Cardano and Tron<br/>Monero</p>');
    const visited = await visit(body, { 'content-type': 'application/xhtml+xml' });
    const { panel, coins } = await until(report, ({ coins }) => (coins?.length ?? 0) > 5);
    expect(panel).toBe('open');
    expect(coins?.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['bitcoin', 'cardano', 'tron', 'monero']),
    );
    expect(await isOnTop(visited.page)).toBe(true);
    await expectUnharmed(visited);
  });

  it.each([
    [
      'image/svg+xml',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100"><text y="50">Bitcoin and Ethereum</text></svg>',
    ],
    ['text/plain', 'Bitcoin and Ethereum'],
  ])('nothing in %s', async (type, body) => {
    const visited = await visit(body, { 'content-type': type });
    await pause(800);
    expect(await countHosts(visited.page)).toBe(0);
    await expectUnharmed(visited);
  });

  it('it violates no policy: nothing allowed, Trusted Types required', async () => {
    // Without its style, which is not allowed either, but long enough for the note.
    const text = page({})
      .replace(/<style>.*?<\/style>/, '')
      .replace('</article>', `${'<br>'.repeat(60)}</article>`);
    const visited = await visit(text, {
      'content-security-policy':
        "default-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
      'permissions-policy': 'clipboard-write=(), fullscreen=()',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    await stage.panel(visited.page, hasRead);
    await until(
      () => readNote(visited.page),
      (note) => note !== null,
    );
    expect(await isOnTop(visited.page)).toBe(true);
    const { before, now } = await evaluateOwn(visited.page);
    expect(now).toBe(before);
    // The only violation is the browser's own request for the favicon.
    expect((await visited.complaints()).filter((text) => !/img-src|favicon/.test(text))).toEqual([]);
  });

  it('an editable page: typed text goes to the page, never to the panel', async () => {
    const visited = await visit(page({ tail: '<script>document.designMode = "on"</script>' }));
    const opened = visited.page;
    const { text } = await stage.panel(opened, hasRead);
    const { left, right, top, bottom } = await boxOfPanel(opened);
    // On the heading, a row and the text of the disclaimer: a click on a button would change the text itself.
    for (const y of [top + 18, (top + bottom) / 2, bottom - 96]) {
      await opened.mouse.click((left + right) / 2, y);
      await opened.keyboard.type('zzz');
      await opened.keyboard.press('Backspace');
    }
    expect((await readPanel(opened))?.text.replace(/\d+ s ago|just now/, '')).toBe(
      text.replace(/\d+ s ago|just now/, ''),
    );
    await opened.mouse.click(200, 180);
    await opened.keyboard.type('typed');
    expect(await opened.evaluate(() => document.querySelector('article')?.textContent)).toContain('typed');
    expect(await visited.complaints()).toEqual([]);
  });
});

describe('settings of the reader', () => {
  it('hidden or paused, the script does not read the page until the panel is shown again', async () => {
    const visited = await visit(page({}));
    const opened = visited.page;
    await stage.panel(opened, hasRead);
    const worker = await stage.chromium.worker();
    await worker.evaluate(() => {
      const scope = globalThis as unknown as {
        chrome: typeof import('webextension-polyfill');
        reads: number;
      };
      scope.reads = 0;
      scope.chrome.runtime.onMessage.addListener(((message: { type: string }) => {
        if (message.type === 'read-article') scope.reads += 1;
      }) as never);
    });
    const reads = (): Promise<number> =>
      worker.evaluate(() => (globalThis as unknown as { reads: number }).reads);
    const write = (from: string, to: string): Promise<void> =>
      opened.evaluate(
        (before, after) => {
          for (const paragraph of document.querySelectorAll('article p'))
            paragraph.textContent = paragraph.textContent.replaceAll(new RegExp(before, 'g'), after);
        },
        from,
        to,
      );
    for (const [off, on, from, to] of [
      [
        { 'site:theblock.co': { v: 1, hidden: true } },
        { 'site:theblock.co': { v: 1 } },
        'BTC|Bitcoin',
        'LTC',
      ],
      [{ settings: { v: 1, denied: ['theblock.co'] } }, { settings: { v: 1 } }, 'LTC', 'XMR'],
    ] as const) {
      const before = await reads();
      await stage.store(off);
      await until(
        () => countHosts(opened),
        (hosts) => hosts === 0,
      );
      await write(from, to);
      await pause(1_800);
      expect(await reads()).toBe(before);
      await stage.store(on);
      await stage.panel(opened, ({ mentioned: [first] }) => first?.symbol === to);
      expect(await reads()).toBe(before + 1);
    }
    expect(await visited.complaints()).toEqual([]);
  });

  it('with forced colors, in a window of 320 px', async () => {
    const visited = await visit(page({}), {}, async (fresh) => {
      await fresh.setViewport({ width: 320, height: 640 });
      const tools = await fresh.createCDPSession();
      await tools.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-color-scheme', value: 'dark' },
        ],
      });
    });
    const opened = visited.page;
    await stage.panel(opened, ({ folded }) => folded);
    await opened.screenshot({ path: `${SHOTS}/forced-pill.png` });
    await clickOnPanel(opened, 'BTC');
    await stage.panel(opened, (panel) => !panel.folded && hasRead(panel));
    await pause(100);
    await opened.screenshot({ path: `${SHOTS}/forced-panel.png` });
    const { left, right, top, bottom } = await boxOfPanel(opened);
    expect(left >= 0 && top >= 0 && right <= 320 && bottom <= 640).toBe(true);
    expect(await isOnTop(opened)).toBe(true);
    await expectUnharmed(visited);
    await stage.store({ 'site:theblock.co': { v: 1 } });
  });
});
