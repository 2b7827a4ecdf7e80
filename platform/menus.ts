import { browser } from 'wxt/browser';

const ITEMS = { 'show-here': 'menuShow', 'hide-here': 'menuHide' } as const;
type Item = keyof typeof ITEMS;

/** Makes the entries in the menus of the toolbar button and of https pages. Once an installation: browsers keep them. */
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
 * Calls back with the address of the page on which an entry was chosen. Register synchronously at the start of the background;
 * a permission may be asked for in the call, before anything is waited for.
 */
export function onMenu(choose: (item: Item, url: string) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, pageUrl }, tab) => {
    const url = tab?.incognito ? undefined : (tab?.url ?? pageUrl);
    if (url && Object.hasOwn(ITEMS, menuItemId)) choose(menuItemId as Item, url);
  });
}
