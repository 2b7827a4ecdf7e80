import { browser } from 'wxt/browser';

const WARNING = '#a15c00';
const MARK = '!';
// Null gives the tab back to what holds for all tabs; an empty text would hide that. The types do not know it.
const NONE = null as unknown as string;

/** Marks the toolbar button of a tab whose page has removed the panel. Loading another page there clears it by itself. */
export async function markRemoved(tabId: number): Promise<void> {
  await allSettled([
    browser.action.setBadgeBackgroundColor({ tabId, color: WARNING }),
    browser.action.setBadgeText({ tabId, text: MARK }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('removedByPage') }),
  ]);
}

/** Takes the mark off again; whatever else the button shows stays. */
export async function clearMark(tabId: number): Promise<void> {
  if ((await browser.action.getBadgeText({ tabId }).catch(() => '')) !== MARK) return;
  await allSettled([
    browser.action.setBadgeText({ tabId, text: NONE }),
    browser.action.setTitle({ tabId, title: browser.i18n.getMessage('name') }),
  ]);
}

// A tab may be closed by the time it is marked.
const allSettled = (work: readonly Promise<unknown>[]): Promise<unknown> => Promise.allSettled(work);
