import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../world/browser.ts';
import { PAGES } from '../../world/pages/index.ts';
import { countHosts, until } from '../../world/surface.ts';
import { CHROME_BUILD, useStage } from './harness.ts';

const profile = await mkdtemp(join(tmpdir(), 'tickside-control-'));
// Registered first, so that it runs last, after the browser has been closed.
afterAll(() => rm(profile, { recursive: true, force: true }));
const stage = useStage({ userDataDir: profile, locale: 'en-US' });
const HOST = new URL(PAGES.unlisted).host;
const ORIGIN = `https://${HOST}/*`;
const ENGLISH = { v: 1, language: 'en' };

afterEach(() => stage.closePages());

/** Evaluates code in the extension's worker. */
async function inWorker<T>(code: string): Promise<T> {
  return (await (await stage.chromium.worker()).evaluate(code)) as T;
}

/**
 * The browser's permission prompt is outside of any page, where no driver can click. Browsers do not prompt again for a permission
 * that was granted once: so it is granted on the browser's own page, as a reader can, and removed before the test.
 */
async function answerInAdvance(): Promise<void> {
  const page = await stage.chromium.browser.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(
    `chrome.developerPrivate.addHostPermission(${JSON.stringify(stage.chromium.extensionId)}, ${JSON.stringify(ORIGIN)})`,
  );
  await page.close();
  await inWorker(`chrome.permissions.remove({ origins: ['${ORIGIN}'] })`);
}

const isAllowed = (): Promise<boolean> => inWorker(`chrome.permissions.contains({ origins: ['${ORIGIN}'] })`);
const registered = (): Promise<{ id: string; js: string[]; matches: string[] }[]> =>
  inWorker('chrome.scripting.getRegisteredContentScripts()');
const hostsOn = (page: Page, count: number): Promise<number> =>
  until(
    () => countHosts(page),
    (hosts) => (count > 0 ? hosts > 0 : hosts === 0),
    5_000,
  );

/** Opens the popup over a page, and waits for its status. */
async function popupOver(page: Page): Promise<Page> {
  await page.bringToFront();
  const popup = await stage.chromium.openPopup(page);
  await popup.waitForSelector('.page .acts button', { timeout: 5_000 });
  return popup;
}

async function press(popup: Page, text: string): Promise<void> {
  const button = await popup.waitForSelector(`.page ::-p-text(${text})`);
  await button?.click();
}

const saying = (popup: Page, text: string): Promise<string | null> =>
  until(
    () => popup.$eval('.page', (bar) => bar.textContent),
    (content) => content?.includes(text) === true,
  );

describe('an added site', () => {
  it('is added by one press in the popup: for that host only, on the open page at once', async () => {
    await stage.store({ settings: ENGLISH });
    await answerInAdvance();
    expect([await isAllowed(), await registered()]).toEqual([false, []]);
    const page = await stage.open(PAGES.unlisted);
    expect(await countHosts(page)).toBe(0);
    const popup = await popupOver(page);
    expect(await saying(popup, HOST)).toContain('Tickside is not enabled on this site.');
    await press(popup, 'Add this site');
    await hostsOn(page, 1);
    await popup.close();
    const panel = await stage.panel(page);
    expect(panel.rows).toHaveLength(10);
    expect(panel.disclaimer).toContain('Not investment advice');
    expect(await stage.stored('settings')).toMatchObject({ addedSites: [HOST] });
    expect(await registered()).toMatchObject([{ id: `site-${HOST}`, js: ['overlay.js'], matches: [ORIGIN] }]);
    const { origins } = await inWorker<{ origins: string[] }>('chrome.permissions.getAll()');
    expect(origins).toContain(ORIGIN);
    expect(origins).not.toContain('https://*/*');
  });

  it('is registered again after the browser has dropped the registration, as on an update', async () => {
    await stage.panel(await stage.open(PAGES.unlisted));
    await inWorker('chrome.scripting.unregisterContentScripts()');
    await stage.chromium.killWorker();
    await until(registered, (scripts) => scripts[0]?.id === `site-${HOST}`);
    await stage.panel(await stage.open(PAGES.unlisted));
  });

  it('without permission stays on the list, and one press restores it', async () => {
    // The driver installs the extension again at every start: settings are kept, permissions are not.
    await stage.chromium.browser.close();
    stage.chromium = await launchChromium({
      world: stage.world,
      extensionDir: CHROME_BUILD,
      locale: 'en-US',
      userDataDir: profile,
    });
    expect(await stage.stored('settings')).toMatchObject({ addedSites: [HOST] });
    expect([await isAllowed(), await registered()]).toEqual([false, []]);
    await answerInAdvance();
    const page = await stage.open(PAGES.unlisted);
    expect(await countHosts(page)).toBe(0);
    const popup = await popupOver(page);
    await saying(popup, 'The browser has not granted access to this site.');
    await press(popup, 'Allow');
    await hostsOn(page, 1);
    await popup.close();
    expect((await registered()).map(({ id }) => id)).toEqual([`site-${HOST}`]);
  });

  it('is removed by one press: no panel, no script, no permission', async () => {
    const page = await stage.open(PAGES.unlisted);
    await stage.panel(page);
    const popup = await popupOver(page);
    await press(popup, 'Remove site');
    await hostsOn(page, 0);
    await popup.close();
    await until(isAllowed, (allowed) => !allowed);
    await until(registered, (scripts) => scripts.length === 0);
    const later = await stage.open(PAGES.unlisted);
    expect(await countHosts(later)).toBe(0);
  });

  it('is added although the browser’s prompt closed the popup; other permissions add nothing', async () => {
    const page = await stage.open(PAGES.unlisted);
    const other = await stage.chromium.extensionPage('options.html');
    // A request for another purpose, and that of the popup before it was closed.
    const ask = async (site: string): Promise<void> => {
      await inWorker(`chrome.storage.session.set({ 'wished-site': '${site}' })`);
      await other.evaluate(
        `document.addEventListener('click', () => chrome.permissions.request({ origins: ['${ORIGIN}'] }), { once: true })`,
      );
      await other.click('h1');
      await until(isAllowed, (allowed) => allowed);
    };
    await ask('mirror.example.net');
    await new Promise((done) => setTimeout(done, 500));
    expect(await stage.stored('settings')).toMatchObject({ addedSites: [] });
    await inWorker(`chrome.permissions.remove({ origins: ['${ORIGIN}'] })`);
    await ask(HOST);
    await page.bringToFront();
    await hostsOn(page, 1);
    await other.bringToFront();
    await (await other.waitForSelector(`[aria-label="Remove ${HOST}"]`))?.click();
    await until(isAllowed, (allowed) => !allowed);
    await other.close();
  });

  it('can be typed in the options, which show why a site cannot be added', async () => {
    const options = await stage.chromium.extensionPage('options.html');
    const field = '#added-site';
    await options.waitForSelector(field);
    const add = async (text: string): Promise<string> => {
      await options.$eval(field, (input) => {
        (input as HTMLInputElement).value = '';
      });
      await options.type(field, text);
      await options.keyboard.press('Enter');
      return options.$eval('#added-site-error', (error) => error.textContent ?? '');
    };
    expect(await add('http://blog.example.org/')).toBe(
      'Only https addresses can be added: other pages can be changed in transit.',
    );
    expect(await add('192.168.0.1')).toBe('IP addresses and local network names cannot be added.');
    expect(await add('localhost:8080')).toBe('IP addresses and local network names cannot be added.');
    expect(await add('chrome://settings')).toBe('This is not the address of a website.');
    expect(await add('www.coindesk.com')).toBe('Already one of the news sites above.');
    expect(await add(PAGES.unlisted)).toBe('');
    await until(isAllowed, (allowed) => allowed);
    await options.waitForSelector('ul[aria-label="Added sites"] .switch');
    await stage.panel(await stage.open(PAGES.unlisted));
    await options.bringToFront();
    await options.click(`[aria-label="Remove ${HOST}"]`);
    await until(isAllowed, (allowed) => !allowed);
    await options.close();
  });
});

describe('rules', () => {
  const { host, pathname } = new URL(PAGES.zh);
  const rules = (settings: Record<string, unknown>): Promise<void> =>
    stage.store({ settings: { ...ENGLISH, ...settings } });
  afterEach(() => rules({}));

  it('exclude a site, or a path prefix', async () => {
    const page = await stage.open(PAGES.zh);
    await hostsOn(page, 1);
    await rules({ denied: [host.replace(/^www\./, '')] });
    await hostsOn(page, 0);
    await rules({ denied: [host + pathname.slice(0, -3)] });
    const popup = await popupOver(page);
    await saying(popup, 'Your site rules exclude this page.');
    expect(await countHosts(page)).toBe(0);
    await popup.close();
    await rules({ denied: [`${host}/elsewhere/`] });
    await hostsOn(page, 1);
  });

  it('in allow-only mode exclude everything else', async () => {
    const page = await stage.open(PAGES.zh);
    await hostsOn(page, 1);
    const options = await stage.chromium.extensionPage('options.html');
    await (await options.waitForSelector('[name="site-mode"][value="allow-only"]'))?.click();
    await options.waitForSelector('#allowed');
    await page.bringToFront();
    await hostsOn(page, 0);
    await options.bringToFront();
    await options.type('#allowed', `https://${host}${pathname}?from=feed`);
    await options.keyboard.press('Enter');
    await until(
      () => stage.stored('settings'),
      (settings) => (settings as { allowed: string[] }).allowed[0] === host + pathname,
    );
    await page.bringToFront();
    await hostsOn(page, 1);
    await options.close();
  });
});

describe('the toolbar button', () => {
  it('is marked on a tab whose page has removed the panel, until another page is loaded there', async () => {
    const page = await stage.open(PAGES.en);
    await hostsOn(page, 1);
    const badge = (): Promise<string> =>
      inWorker(
        `chrome.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
      );
    expect(await badge()).toBe('');
    // Sent like the message of the script on the page.
    await page.extensionRealms()[0]?.evaluate(`void chrome.runtime.sendMessage({ type: 'removed-by-page' })`);
    await until(badge, (text) => text === '!', 5_000);
    await page.goto(PAGES.dark, { waitUntil: 'load' });
    await until(badge, (text) => text === '', 5_000);
  });

  it('hides and shows from its menu', async () => {
    const page = await stage.open(PAGES.en);
    await hostsOn(page, 1);
    // No driver can open a menu of the browser; the event is dispatched in the worker.
    const choose = (menuItemId: string): Promise<void> =>
      inWorker(
        `chrome.contextMenus.onClicked.dispatch(${JSON.stringify({ menuItemId, pageUrl: PAGES.en })}, ${JSON.stringify({ id: 1, incognito: false, url: PAGES.en })})`,
      );
    await choose('hide-here');
    await hostsOn(page, 0);
    await choose('show-here');
    await hostsOn(page, 1);
  });
});

describe('the popup', () => {
  it('hides the panel on the site and shows it again, pauses it everywhere and resumes', async () => {
    const page = await stage.open(PAGES.zh);
    await hostsOn(page, 1);
    const popup = await popupOver(page);
    await press(popup, 'Hide here');
    await hostsOn(page, 0);
    await saying(popup, 'Hidden on this site.');
    await press(popup, 'Show here');
    await hostsOn(page, 1);
    await press(popup, 'Pause on all sites');
    await hostsOn(page, 0);
    await saying(popup, 'Paused on all sites.');
    await press(popup, 'Resume');
    await hostsOn(page, 1);
    await popup.close();
  });

  it('has no status for the browser’s own pages', async () => {
    const page = await stage.chromium.browser.newPage();
    await page.goto('chrome://version/');
    await page.bringToFront();
    const popup = await stage.chromium.openPopup(page);
    await popup.waitForSelector('tr.coin');
    await new Promise((done) => setTimeout(done, 500));
    expect(await popup.$('.page')).toBeNull();
    await popup.close();
    await page.close();
  });
});
