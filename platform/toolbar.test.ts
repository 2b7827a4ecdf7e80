import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendToActivePage } from './active-tab.ts';
import { clearMark, markRemoved } from './badge.ts';
import { onKeys } from './commands.ts';
import { createMenus, onMenu } from './menus.ts';

// Keyboard commands, menus and the badge: replacements for what WXT's fake browser does not have, which record their calls.
type Listener = (...facts: unknown[]) => void;
const listeners = new Map<string, Listener>();
const listen = (name: string, listener: Listener): void => void listeners.set(name, listener);
const press: Listener = (...facts) => listeners.get('press')?.(...facts);
const choose: Listener = (...facts) => listeners.get('choose')?.(...facts);
let items: Record<string, unknown>[];
let badge: Record<number, string | null>;
let sent: unknown[];

beforeEach(() => {
  fakeBrowser.reset();
  [items, badge, sent] = [[], {}, []];
  Reflect.set(fakeBrowser, 'commands', {
    onCommand: { addListener: (listener: Listener) => listen('press', listener) },
  });
  Reflect.set(fakeBrowser, 'contextMenus', {
    removeAll: async () => void items.splice(0),
    create: (item: Record<string, unknown>) => void items.push(item),
    onClicked: { addListener: (listener: Listener) => listen('choose', listener) },
  });
  Reflect.set(fakeBrowser, 'action', {
    getBadgeText: async ({ tabId }: { tabId: number }) => badge[tabId] ?? '98k',
    setBadgeText: async ({ tabId, text }: { tabId: number; text: string | null }) =>
      void Object.assign(badge, { [tabId]: text }),
    setBadgeBackgroundColor: async () => Promise.reject(new Error('No tab with id: 1.')),
    setTitle: async () => {},
  });
  Reflect.set(fakeBrowser.i18n, 'getMessage', (name: string) => `the words of ${name}`);
  Reflect.set(fakeBrowser.tabs, 'query', async () => [{ id: 7, incognito: false }]);
  Reflect.set(fakeBrowser.tabs, 'sendMessage', async (...facts: unknown[]) => {
    sent.push(facts);
    throw new Error('Could not establish connection. Receiving end does not exist.');
  });
});

test('each key sends its own message; other keys send none', () => {
  const sent: unknown[] = [];
  onKeys((message) => sent.push(message));
  for (const name of ['toggle-panel', 'next-mention', 'previous-mention', 'toString', '_execute_action'])
    press(name);
  expect(sent).toEqual([{ type: 'toggle' }, { type: 'step', by: 1 }, { type: 'step', by: -1 }]);
});

test('it is sent to the top frame of the active page; without a receiver nothing happens', async () => {
  await sendToActivePage({ type: 'toggle' });
  expect(sent).toEqual([[7, { type: 'toggle' }, { frameId: 0 }]]);
  Reflect.set(fakeBrowser.tabs, 'query', async () => []);
  await sendToActivePage({ type: 'toggle' });
  expect(sent).toHaveLength(1);
});

test('the menus are replaced, not duplicated, and only for https pages', async () => {
  await createMenus();
  await createMenus();
  expect(items.map(({ id, title }) => [id, title])).toEqual([
    ['show-here', 'the words of menuShow'],
    ['hide-here', 'the words of menuHide'],
  ]);
  for (const item of items) expect(item.documentUrlPatterns).toEqual(['https://*/*']);
});

test('a click passes the page; not in a private window, and not for entries of others', () => {
  const clicks: unknown[] = [];
  onMenu((item, url) => clicks.push([item, url]));
  choose({ menuItemId: 'show-here', pageUrl: 'https://a.example/x' }, { incognito: false });
  choose({ menuItemId: 'hide-here' }, { incognito: false, url: 'https://b.example/' });
  choose(
    { menuItemId: 'show-here', pageUrl: 'https://c.example/' },
    { incognito: true, url: 'https://c.example/' },
  );
  choose({ menuItemId: 'other', pageUrl: 'https://d.example/' }, { incognito: false });
  choose({ menuItemId: 'show-here' }, undefined);
  expect(clicks).toEqual([
    ['show-here', 'https://a.example/x'],
    ['hide-here', 'https://b.example/'],
  ]);
});

test('a page that removed the panel is marked, and only that mark is removed again', async () => {
  await markRemoved(1);
  expect(badge).toEqual({ 1: '!' });
  await clearMark(1);
  expect(badge).toEqual({ 1: null });
  await clearMark(2);
  expect(badge).toEqual({ 1: null });
});
