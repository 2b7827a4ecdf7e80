import { browser } from 'wxt/browser';
import { isRecord } from '../core/storage/guards.ts';
import type { PageMessage } from '../core/storage/messages.ts';

/** The page in front. */
export interface ActivePage {
  readonly tabId: number;
  /** Empty when the browser does not say. */
  readonly url: string;
  readonly incognito: boolean;
}

/** The page in front of the reader; its address is told because he has just pressed our button (`activeTab`). */
export async function activePage(): Promise<ActivePage | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? '', incognito: tab.incognito };
}

/** Asks the panel's script on a page, in its top frame; undefined when it is not there or does not answer. */
export async function askPage(tabId: number, message: PageMessage): Promise<unknown> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Tells the panel's script on the page in front; where there is none, nothing happens. */
export async function tellActivePage(message: PageMessage): Promise<void> {
  const page = await activePage();
  if (page) await askPage(page.tabId, message);
}

export const reloadPage = (tabId: number): Promise<void> => browser.tabs.reload(tabId);

/** Is there a page in front, in any window, that shows prices? Asked when the reader seems to be away: reading is doing nothing. */
export async function arePricesShown(): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true });
  const answers = await Promise.all(
    tabs.map(({ id }) => (id === undefined ? undefined : askPage(id, { type: 'report' }))),
  );
  return answers.some((answer) => isRecord(answer) && (answer.panel === 'open' || answer.panel === 'folded'));
}
