import { resolve } from 'node:path';
import { type Browser, launch, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { findBrowser } from './find-browser.ts';
import { readManifest } from './manifest.ts';
import type { World } from './world.ts';

export interface ChromiumOptions {
  /** Null uses the real network. */
  world: World | null;
  extensionDir: string;
  /** A persistent profile, including the extension's storage. By default, a temporary profile. */
  userDataDir?: string;
  /** Language of the browser and of its Accept-Language header, e.g. `zh-CN`. */
  locale?: string;
  headless?: boolean;
  width?: number;
  height?: number;
  args?: readonly string[];
  /** By default, an interrupt (Ctrl-C) ends browser and process at once. False leaves this to the caller. */
  endsOnSignal?: boolean;
}

export interface Chromium {
  browser: Browser;
  extensionId: string;
  /** Returns the running service worker; starts it if it sleeps. */
  worker(): Promise<WebWorker>;
  killWorker(): Promise<void>;
  /**
   * Opens the real popup. With a page, like a click on the toolbar button, which gives it access to the page's URL;
   * without one, through the extension, which does not.
   */
  openPopup(page?: Page): Promise<Page>;
  /** Opens an extension page in a tab, e.g. `options.html`. */
  extensionPage(path: string): Promise<Page>;
}

/** Flags that disable the browser's background activity. */
export const QUIET_FLAGS: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-crash-restore-bubble',
];

// Hosts that the browser requests by itself despite those flags. Blocked, so that only requests by pages and the
// extension are recorded.
const BROWSER_HOSTS = ['update.googleapis.com', 'accounts.google.com', 'clients2.google.com', '*.gvt1.com'];

/** Launches Chromium with one unpacked extension; its pages and worker all use the given test server. */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const {
    world,
    userDataDir,
    locale = 'en-US',
    headless = true,
    width = 1280,
    height = 800,
    args = [],
    endsOnSignal = true,
  } = options;
  const extensionDir = resolve(options.extensionDir);
  const browser = await launch({
    executablePath: findBrowser('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    handleSIGINT: endsOnSignal,
    handleSIGTERM: endsOnSignal,
    handleSIGHUP: endsOnSignal,
    ...(userDataDir && { userDataDir }),
    defaultViewport: headless ? { width, height } : null,
    // The UI language comes from the environment on Linux, and from the flag elsewhere.
    env: { ...process.env, LANGUAGE: locale.replace('-', '_'), LC_ALL: `${locale.replace('-', '_')}.UTF-8` },
    args: [
      ...QUIET_FLAGS,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(world ? [hostRules(world.port), '--ignore-certificate-errors'] : []),
      `--lang=${locale}`,
      `--accept-lang=${locale}`,
      `--window-size=${width},${height}`,
      ...args,
    ],
  });
  try {
    const extensionId = await browser.installExtension(extensionDir);
    return createController(browser, extensionId, readManifest(extensionDir).action?.default_popup);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function hostRules(port: number): string {
  const blocked = BROWSER_HOSTS.map((host) => `MAP ${host} ~NOTFOUND`);
  return `--host-resolver-rules=${[...blocked, `MAP * 127.0.0.1:${port}`].join(', ')}`;
}

function createController(browser: Browser, extensionId: string, popup: string | undefined): Chromium {
  const origin = `chrome-extension://${extensionId}/`;
  const isWorker = (target: Target): boolean =>
    target.type() === 'service_worker' && target.url().startsWith(origin);

  async function worker(): Promise<WebWorker> {
    const running = browser.targets().some(isWorker);
    if (!running) await startWorker(browser, origin);
    const target = await browser.waitForTarget(isWorker, { timeout: 15_000 });
    const found = await target.worker();
    if (!found) throw new Error('The service worker stopped before it could be used.');
    return found;
  }

  async function clickAction(page: Page): Promise<void> {
    const extension = (await browser.extensions()).get(extensionId);
    if (!extension) throw new Error('The extension is not installed.');
    await page.triggerExtensionAction(extension);
  }

  async function openFromWorker(): Promise<void> {
    // A string, because the code runs in the worker, where `chrome` is defined.
    await (await worker()).evaluate('chrome.action.openPopup()');
  }

  return {
    browser,
    extensionId,
    worker,
    async killWorker() {
      const target = browser.targets().find(isWorker);
      const running = await target?.worker();
      await running?.close();
      while (browser.targets().some(isWorker)) await new Promise((done) => setTimeout(done, 20));
    },
    async openPopup(page) {
      if (!popup) throw new Error('The extension has no popup.');
      const opening = browser.waitForTarget((target) => target.url().startsWith(origin + popup), {
        timeout: 15_000,
      });
      await Promise.all([opening, page ? clickAction(page) : openFromWorker()]);
      return (await opening).asPage();
    },
    async extensionPage(path) {
      const page = await browser.newPage();
      await page.goto(origin + path.replace(/^\//, ''));
      return page;
    },
  };
}

/** Starts a sleeping worker without sending it a message: through DevTools, from a page of its own origin. */
async function startWorker(browser: Browser, origin: string): Promise<void> {
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}manifest.json`);
    const tools = await page.createCDPSession();
    await tools.send('ServiceWorker.enable');
    await tools.send('ServiceWorker.startWorker', { scopeURL: origin });
  } finally {
    await page.close();
  }
}
