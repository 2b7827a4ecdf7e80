import { fakeBrowser } from 'wxt/testing/fake-browser';

type Listener = (change: { origins?: string[] }) => void;

/** A browser event that the test fires. */
class BrowserEvent {
  readonly listeners = new Set<Listener>();
  readonly addListener = (listener: Listener): void => void this.listeners.add(listener);
  readonly removeListener = (listener: Listener): void => void this.listeners.delete(listener);
  fire(origins: string[]): void {
    for (const listener of this.listeners) listener({ origins });
  }
}

/**
 * The extension around an extension page: a fresh fake browser, with permissions, the active tab, its script, and the background.
 * WXT's fake browser has none of these.
 */
export class FakeExtension {
  readonly granted = new Set<string>();
  readonly onAdded = new BrowserEvent();
  readonly onRemoved = new BrowserEvent();
  /** The active tab. */
  tab: { id?: number; url?: string; incognito: boolean } | undefined = {
    id: 7,
    url: 'https://www.coindesk.com/markets/',
    incognito: false,
  };
  /** Responses of the script on the page; rejects for a page without it. */
  page: (tabId: number, message: unknown) => Promise<unknown> = async () => {
    throw new Error('Receiving end does not exist.');
  };
  /** Responses of the background. */
  background: (message: unknown) => Promise<unknown> = async () => undefined;

  constructor() {
    fakeBrowser.reset();
    Reflect.set(fakeBrowser, 'permissions', {
      getAll: async () => ({ origins: [...this.granted] }),
      contains: async ({ origins }: { origins: string[] }) => {
        if (origins.some((origin) => !/^https?:\/\/.+\/\*$/.test(origin))) throw new Error('Invalid pattern');
        return origins.every((origin) => this.granted.has(origin));
      },
      onAdded: this.onAdded,
      onRemoved: this.onRemoved,
    });
    Reflect.set(fakeBrowser.tabs, 'query', async () => (this.tab ? [this.tab] : []));
    Reflect.set(fakeBrowser.tabs, 'sendMessage', (tabId: number, message: unknown, options: unknown) =>
      JSON.stringify(options) === '{"frameId":0}'
        ? this.page(tabId, message)
        : Promise.reject(new Error('Only the top frame has a panel.')),
    );
    Reflect.set(fakeBrowser.i18n, 'getMessage', (name: string) => name);
    Reflect.set(fakeBrowser.runtime, 'sendMessage', (message: unknown) => this.background(message));
  }

  grant(origin: string): void {
    this.granted.add(origin);
    this.onAdded.fire([origin]);
  }

  revoke(origin: string): void {
    this.granted.delete(origin);
    this.onRemoved.fire([origin]);
  }
}
