import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  giveUpSites,
  injectSite,
  listedSites,
  pageFiles,
  registeredSites,
  registerSites,
  requestedSite,
  requestSite,
} from './content-scripts.ts';

// WXT's fake browser has neither permissions nor scripting; these replacements record their calls.
const FILES = { js: ['overlay.js'], css: ['overlay.css'] };
let asked: unknown[];
let scripts: Record<string, unknown>[];
let answers: Map<number, unknown>;

beforeEach(() => {
  fakeBrowser.reset();
  [asked, scripts, answers] = [[], [], new Map()];
  const note =
    (name: string, answer: unknown) =>
    async (details: unknown): Promise<unknown> => {
      asked.push([name, details]);
      return answer;
    };
  Reflect.set(fakeBrowser, 'permissions', {
    request: note('request', true),
    remove: note('remove', true),
  });
  Reflect.set(fakeBrowser, 'scripting', {
    getRegisteredContentScripts: async () => scripts,
    registerContentScripts: async (more: typeof scripts) => void scripts.push(...more),
    insertCSS: note('css', undefined),
    executeScript: note('js', []),
  });
  Reflect.set(fakeBrowser.tabs, 'query', note('query', [{ id: 1 }, { id: 2 }]));
  Reflect.set(fakeBrowser.tabs, 'sendMessage', async (tabId: number) => {
    if (!answers.has(tabId)) throw new Error('Could not establish connection. Receiving end does not exist.');
    return answers.get(tabId);
  });
  Reflect.set(fakeBrowser.runtime, 'getManifest', () => ({
    content_scripts: [{ matches: ['https://coindesk.com/*'], ...FILES }],
  }));
});

test('the files and the sites come from the manifest', () => {
  expect(listedSites()).toEqual(['https://coindesk.com/*']);
  expect(pageFiles()).toEqual(FILES);
  // The format of Firefox.
  const js = ['moz-extension://5a6f2c1e-93d4-4b7a-8e10-c0ffee15900d/overlay.js'];
  Reflect.set(fakeBrowser.runtime, 'getManifest', () => ({ content_scripts: [{ js }] }));
  expect([listedSites(), pageFiles()]).toEqual([[], { js: ['overlay.js'], css: [] }]);
});

describe('a permission', () => {
  test('is requested for that host only, and within the click', () => {
    void requestSite('a.example');
    expect(asked).toEqual([['request', { origins: ['https://a.example/*'] }]]);
  });

  test('is remembered until it is granted; other grants are ignored', async () => {
    expect(await requestedSite(['https://a.example/*'])).toBeNull();
    await requestSite('a.example');
    expect(await requestedSite(['https://mirror.example/*'])).toBeNull();
    expect(await requestedSite(['https://a.example/*'])).toBe('a.example');
  });

  test('is removed per host', async () => {
    await giveUpSites(['a.example', 'b.example']);
    expect(asked).toEqual([
      ['remove', { origins: ['https://a.example/*'] }],
      ['remove', { origins: ['https://b.example/*'] }],
    ]);
  });
});

test('registered scripts read back unchanged, however the browser writes paths', async () => {
  await registerSites(['a.example'], FILES);
  expect(scripts).toEqual([
    {
      id: 'site-a.example',
      matches: ['https://a.example/*'],
      ...FILES,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
  scripts.push({
    id: 'site-b.example',
    js: ['moz-extension://5a6f2c1e-93d4/overlay.js'],
    css: ['/overlay.css'],
  });
  scripts.push({ id: 'of somebody else', js: ['x.js'] });
  expect(await registeredSites()).toEqual(
    new Map([
      ['a.example', FILES],
      ['b.example', FILES],
    ]),
  );
});

test('the panel is injected into open pages, styles first, unless it already responds', async () => {
  answers.set(1, { site: 'a.example', panel: 'open' });
  await injectSite('a.example', FILES);
  expect(asked).toEqual([
    ['query', { url: 'https://a.example/*', status: 'complete' }],
    ['css', { target: { tabId: 2 }, files: ['overlay.css'] }],
    ['js', { target: { tabId: 2 }, files: ['overlay.js'] }],
  ]);
});
