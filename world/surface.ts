import type { CDPSession, Page } from 'puppeteer-core';

/** A node as the DevTools protocol tells it, closed shadow roots included: the one view that a page itself never has. */
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
  /** As printed: `×3`. */
  readonly count: string;
  /** Change since the article was published; empty when it is not told. */
  readonly since: string;
}

/** What stands on the panel, read off its closed root. */
export interface ReadPanel {
  readonly title: string;
  readonly status: string;
  /** live, delayed, stale, … */
  readonly state: string;
  /** The hot list. */
  readonly rows: readonly ReadRow[];
  /** Coins that the article names. */
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
  return [...walk(node)].map((each) => (each.nodeName === '#text' ? each.nodeValue : '')).join('');
}

const byClass = (within: Node, name: string): Node | undefined =>
  [...walk(within)].find((node) => hasClass(node, name));

async function withDocument<T>(
  page: Page,
  use: (cdp: CDPSession, hosts: Node[]) => Promise<T>,
  tries = 3,
): Promise<T> {
  const cdp = await page.createCDPSession();
  try {
    const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
    const closed = (node: Node): boolean =>
      (node.shadowRoots ?? []).some((shadow) => shadow.shadowRootType === 'closed');
    return await use(cdp, [...walk(root as Node)].filter(closed));
  } catch (error) {
    // What was found may have been put in anew between two looks.
    if (tries === 0 || !String(error).includes('Could not find node')) throw error;
    return await withDocument(page, use, tries - 1);
  } finally {
    await cdp.detach();
  }
}

const isPanelHost = (host: Node): boolean => byClass(host, 'dock') !== undefined;

/** Reads the panel, or null when there is none. */
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

/** The card of a coin in the text, as text; null while there is none. */
export function readCard(page: Page): Promise<string | null> {
  return withDocument(page, async (_cdp, hosts) => {
    const host = hosts.find(isPanelHost);
    const card = host && byClass(host, 'card');
    return card && attribute(card, 'hidden') === undefined ? surfaceText(card) : null;
  });
}

/** Where the panel, or the pill, stands: its box in the window. */
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

/** The disclaimer after the article, as text; null when there is none. */
export function readNote(page: Page): Promise<string | null> {
  return withDocument(page, async (_cdp, hosts) => {
    const host = hosts.find((each) => !isPanelHost(each) && byClass(each, 'warn'));
    return host ? surfaceText(byClass(host, 'warn')) : null;
  });
}

/** How many elements with a closed root stand on the page. */
export const countHosts = (page: Page): Promise<number> =>
  withDocument(page, async (_cdp, hosts) => hosts.length);

/** Clicks, as a reader would, the control of the panel that carries this text. */
export async function clickOnPanel(page: Page, text: string): Promise<void> {
  await atRest(page);
  const { x, y } = await middleOfControl(page, text);
  await page.mouse.click(x, y);
}

/** Once the panel has stopped changing: it is put in anew when the article's coins arrive, and that is no moment to click. */
async function atRest(page: Page): Promise<void> {
  const textNow = async (): Promise<string> => (await readPanel(page))?.text.replace(/\d+/g, '') ?? '';
  let before = await textNow();
  for (let equal = 0; equal < 2; ) {
    await new Promise((resolve) => setTimeout(resolve, 150));
    const now = await textNow();
    equal = now === before ? equal + 1 : 0;
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

/** Waits until a reading of the page satisfies a condition; fails with what it last read. */
export async function until<T>(
  read: () => Promise<T>,
  holds: (value: T) => boolean,
  timeoutMs = 15_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (holds(value)) return value;
    if (Date.now() > end) throw new Error(`still not so after ${timeoutMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
