import type { CDPSession, Page } from 'puppeteer-core';

/** A DOM node from the DevTools protocol, which includes closed shadow roots; page scripts cannot see those. */
interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly (Node & { readonly shadowRootType?: string })[];
}

interface ReadRow {
  readonly symbol: string;
  readonly name: string;
  readonly price: string;
  readonly money: string;
  readonly change: string;
}

interface ReadMention extends ReadRow {
  /** As shown: `×3`. */
  readonly count: string;
  /** Change since publication; empty if not shown. */
  readonly since: string;
}

/** The panel's content, read from its closed shadow root. */
export interface ReadPanel {
  readonly title: string;
  readonly status: string;
  /** live, delayed, stale, … */
  readonly state: string;
  /** The hot list. */
  readonly rows: readonly ReadRow[];
  /** Coins named in the article. */
  readonly mentioned: readonly ReadMention[];
  readonly disclaimer: string;
  readonly lang: string;
  readonly theme: string;
  readonly colours: string;
  /** Collapsed to the pill. */
  readonly folded: boolean;
  readonly text: string;
}

const childrenOf = (node: Node): readonly Node[] => [...(node.children ?? []), ...(node.shadowRoots ?? [])];

function* walk(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* walk(child);
}

const attribute = (node: Node | undefined, name: string): string | undefined => {
  const index = (node?.attributes ?? []).findIndex((value, at) => at % 2 === 0 && value === name);
  return index < 0 ? undefined : node?.attributes?.[index + 1];
};

const hasClass = (node: Node, name: string): boolean =>
  (attribute(node, 'class') ?? '').split(' ').includes(name);

function surfaceText(node: Node | undefined): string {
  if (!node) return '';
  return [...walk(node)].map((node) => (node.nodeName === '#text' ? node.nodeValue : '')).join('');
}

const byClass = (within: Node, name: string): Node | undefined =>
  [...walk(within)].find((node) => hasClass(node, name));

async function withDocument<T>(
  page: Page,
  run: (cdp: CDPSession, hosts: Node[]) => Promise<T>,
  tries = 3,
): Promise<T> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const closed = (node: Node): boolean =>
      (node.shadowRoots ?? []).some((shadow) => shadow.shadowRootType === 'closed');
    return await run(cdp, [...walk(root as Node)].filter(closed));
  } catch (error) {
    // A node may have been replaced between the two calls.
    if (tries === 0 || !String(error).includes('Could not find node')) throw error;
    return await withDocument(page, run, tries - 1);
  } finally {
    await cdp.detach();
  }
}

const isPanelHost = (host: Node): boolean => byClass(host, 'dock') !== undefined;

/** Reads the panel; null if there is none. */
export function readPanel(page: Page): Promise<ReadPanel | null> {
  return withDocument(page, async (_cdp, hosts) => {
    const host = hosts.find(isPanelHost);
    const dock = host && byClass(host, 'dock');
    const panel = host && byClass(host, 'panel');
    if (!dock || !panel) return null;
    const skin = byClass(host, 'skin');
    const list = byClass(panel, 'mentioned');
    const mentioned = list ? [...walk(list)].filter((node) => hasClass(node, 'row')) : [];
    const state = (attribute(panel, 'class') ?? '').split(' ').at(-1) ?? '';
    return {
      title: surfaceText([...walk(panel)].find((node) => node.nodeName === 'H2')),
      status: surfaceText(byClass(panel, 'status')),
      state,
      rows: [...walk(panel)]
        .filter((node) => hasClass(node, 'row') && !mentioned.includes(node))
        .map(readSurfaceRow),
      mentioned: mentioned.map(readMention),
      disclaimer: surfaceText(byClass(panel, 'warn')),
      lang: attribute(skin, 'lang') ?? '',
      theme: attribute(skin, 'data-theme') ?? '',
      colours: attribute(skin, 'data-colours') ?? '',
      folded: attribute(panel, 'hidden') !== undefined,
      text: surfaceText(dock),
    };
  });
}

function readSurfaceRow(row: Node): ReadRow {
  const value = byClass(row, 'value');
  const change = byClass(row, 'change');
  const [arrow = '', percent = ''] = (change?.children ?? []).map(surfaceText);
  return {
    symbol: surfaceText([...walk(row)].find((node) => node.nodeName === 'B')),
    name: surfaceText(byClass(row, 'name')),
    price: surfaceText(value?.children?.[0]),
    money: surfaceText(byClass(row, 'money')),
    change: percent || arrow,
  };
}

function readMention(row: Node): ReadMention {
  const [, since = ''] = (byClass(row, 'since')?.children ?? []).map(surfaceText);
  return { ...readSurfaceRow(row), count: surfaceText(byClass(row, 'count')).trim(), since };
}

/** Returns the text of the card of a coin in the article; null if it is hidden. */
export function readCard(page: Page): Promise<string | null> {
  return withDocument(page, async (_cdp, hosts) => {
    const host = hosts.find(isPanelHost);
    const card = host && byClass(host, 'card');
    return card && attribute(card, 'hidden') === undefined ? surfaceText(card) : null;
  });
}

/** Returns the bounding box of the panel or the pill in the window. */
export function boxOfPanel(
  page: Page,
): Promise<{ left: number; top: number; right: number; bottom: number }> {
  return withDocument(page, async (cdp, hosts) => {
    const host = hosts.find(isPanelHost);
    const shown = host
      ? [...walk(host)].find((node) => hasClass(node, 'box') && attribute(node, 'hidden') === undefined)
      : undefined;
    if (!shown) throw new Error('no panel');
    const { model } = await cdp.send('DOM.getBoxModel', { nodeId: shown.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    return { left, top, right, bottom };
  });
}

/** Returns the disclaimer after the article as text; null if there is none. */
export function readNote(page: Page): Promise<string | null> {
  return withDocument(page, async (_cdp, hosts) => {
    const host = hosts.find((node) => !isPanelHost(node) && byClass(node, 'warn'));
    return host ? surfaceText(byClass(host, 'warn')) : null;
  });
}

/** Returns the number of elements with a closed shadow root on the page. */
export const countHosts = (page: Page): Promise<number> =>
  withDocument(page, async (_cdp, hosts) => hosts.length);

/** Clicks the control of the panel with this text, like a user. */
export async function clickOnPanel(page: Page, text: string): Promise<void> {
  await waitUntilStable(page);
  const { x, y } = await middleOfControl(page, text);
  await page.mouse.click(x, y);
}

/**
 * Waits until the panel stops changing: it is rendered again when the article's coins arrive, which could move a
 * control.
 */
async function waitUntilStable(page: Page): Promise<void> {
  const textNow = async (): Promise<string> => (await readPanel(page))?.text.replace(/\d+/g, '') ?? '';
  let before = await textNow();
  for (let stableReads = 0; stableReads < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await textNow();
    stableReads = now === before ? stableReads + 1 : 0;
    before = now;
  }
}

const middleOfControl = (page: Page, text: string): Promise<{ x: number; y: number }> =>
  withDocument(page, async (cdp, hosts) => {
    const host = hosts.find(isPanelHost);
    const controls = host
      ? [...walk(host)].filter((node) => node.nodeName === 'BUTTON' || node.nodeName === 'A')
      : [];
    const control = controls.find((node) => surfaceText(node).includes(text));
    if (!control) throw new Error(`no control "${text}" on the panel`);
    const { quads } = await cdp.send('DOM.getContentQuads', { nodeId: control.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = quads[0] ?? [];
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  });

/** Waits until a value read from the page satisfies a condition; throws with the last value. */
export async function until<T>(
  read: () => Promise<T>,
  condition: (value: T) => boolean,
  timeoutMs = 15_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (condition(value)) return value;
    if (Date.now() > end)
      throw new Error(`condition not met after ${timeoutMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
