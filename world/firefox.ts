import { resolve } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';
import { readManifest } from './manifest.ts';
import type { World } from './world.ts';

export interface FirefoxOptions {
  /** Null uses the real network. */
  world: World | null;
  extensionDir: string;
  locale?: string;
  headless?: boolean;
  width?: number;
  height?: number;
  args?: readonly string[];
  prefs?: Record<string, string | number | boolean>;
}

export interface Firefox {
  browser: Browser;
  extensionId: string;
  /** Opens an extension page in a tab, e.g. `popup.html`. */
  extensionPage(path: string): Promise<Page>;
}

// Arbitrary but fixed: otherwise the URLs of the extension's pages would be unknown outside the browser.
const UUID = '5a6f2c1e-93d4-4b7a-8e10-c0ffee15900d';

/** Disables requests that Firefox makes by itself. */
const QUIET = {
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.dns.disablePrefetch': true,
  'network.prefetch-next': false,
  'network.trr.mode': 5,
  'browser.newtabpage.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'browser.region.network.url': '',
  'extensions.getAddons.cache.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
};

/** Launches Firefox with one temporary extension; its pages and background all use the given test server. */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const {
    world,
    locale = 'en-US',
    headless = true,
    width = 1280,
    height = 800,
    args = [],
    prefs = {},
  } = options;
  const extensionDir = resolve(options.extensionDir);
  const id = readManifest(extensionDir).browser_specific_settings?.gecko?.id;
  if (!id) throw new Error('The extension has no gecko id; is this the Firefox build?');
  const browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    // Without it, release builds ignore the pref for the settings server and contact it at every start.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    defaultViewport: headless ? { width, height } : null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`, ...args],
    extraPrefsFirefox: {
      ...QUIET,
      'intl.accept_languages': locale,
      'extensions.webextensions.uuids': JSON.stringify({ [id]: UUID }),
      ...(world && proxyPrefs(world.proxyPort)),
      ...prefs,
    },
  });
  try {
    const extensionId = await browser.installExtension(extensionDir);
    return { browser, extensionId, extensionPage: (path) => openPage(browser, path) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const proxyPrefs = (port: number): Record<string, string | number | boolean> => ({
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
});

/** Navigation to a moz-extension page never resolves, but the document loads and can be used. */
async function openPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `moz-extension://${UUID}/${path.replace(/^\//, '')}`;
  page.goto(url, { timeout: 1_000 }).catch(() => {});
  for (const end = Date.now() + 15_000; Date.now() < end; ) {
    const state = await page
      .evaluate(() => ({ url: location.href, ready: document.readyState }))
      .catch(() => null);
    if (state?.url.startsWith(url) && state.ready === 'complete') return page;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} did not load.`);
}
