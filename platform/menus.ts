import { browser } from 'wxt/browser';

const ITEMS = { 'show-here': 'menuShow', 'hide-here': 'menuHide' } as const;
type Item = keyof typeof ITEMS;

/** Creates the entries in the menus of the toolbar button and of https pages. Call once per installation: browsers keep them. */
export async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const [id, word] of Object.entries(ITEMS)) {
    browser.contextMenus.create({
      id,
      title: browser.i18n.getMessage(word),
      contexts: ['action', 'page'],
      documentUrlPatterns: ['https://*/*'],
    });
  }
}

/**
 * Calls back with the URL of the page whose menu entry was clicked. Register synchronously at the start of the background. The
 * callback may request a permission, before any `await`.
 */
export function onMenu(choose: (item: Item, url: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    const url = tab?.incognito ? undefined : (tab?.url ?? pageUrl);
    if (url && Object.hasOwn(ITEMS, menuItemId)) choose(menuItemId as Item, url);
  });
}
