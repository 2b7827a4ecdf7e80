import { browser } from 'wxt/browser';

const WARNING = '#a15c00';
const MARK = '!';
// Null resets the tab to the badge of all tabs; an empty string would hide it. The types do not include null.
const NONE = null as unknown as string;

/** Marks the toolbar button of a tab whose page has removed the panel. Navigation clears the mark. */
export async function markRemoved(tabId: number): Promise<void> {
  await allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: WARNING }),
    browser.action.setBadgeText({ tabId, text: MARK }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('removedByPage') }),
  ]);
}

/** Removes the mark; the other properties of the button stay unchanged. */
export async function clearMark(tabId: number): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId }).catch(() => '')) !== MARK) return;
  await allSettled([
    browser.action.setBadgeText({ tabId, text: NONE }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('name') }),
  ]);
}

// The tab may have been closed.
const allSettled = (work: readonly Promise<unknown>[]): Promise<unknown> => Promise.allSettled(work);
