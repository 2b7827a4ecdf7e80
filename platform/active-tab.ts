import { browser } from 'wxt/browser';
import { parsePageReport } from '../core/page-data/page-report-schema.ts';
import type { PageMessage } from '../core/storage/messages.ts';

/** The active page. */
export interface ActivePage {
  readonly tabId: number;
  /** Empty if the browser does not provide it. */
  readonly url: string;
  readonly incognito: boolean;
}

/** Returns the active page. Its URL is available after the reader has pressed our toolbar button (`activeTab`). */
export async function activePage(): Promise<ActivePage | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { tabId: tab.id, url: tab.url ?? '', incognito: tab.incognito };
}

/** Sends a message to the script in the top frame of a page. Resolves to its response; undefined if it does not respond. */
export async function askPage(tabId: number, message: PageMessage): Promise<unknown> {
  try {
    return (await browser.tabs.sendMessage(tabId, message, { frameId: 0 })) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Sends a message to the script on the active page, if there is one. */
export async function sendToActivePage(message: PageMessage): Promise<void> {
  const page = await activePage();
  if (page) await askPage(page.tabId, message);
}

export const reloadPage = (tabId: number): Promise<void> => browser.tabs.reload(tabId);

/** Checks whether the active page of any window shows prices. A reader who seems idle may be reading it. */
export async function arePricesShown(): Promise<boolean> {
  const tabs = await browser.tabs.query({ active: true });
  const responses = await Promise.all(
    tabs.map(({ id }) => (id === undefined ? undefined : askPage(id, { type: 'report' }))),
  );
  return responses
    .map(parsePageReport)
    .some((report) => report?.panel === 'open' || report?.panel === 'folded');
}
