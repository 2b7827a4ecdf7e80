import { beforeEach, describe, expect, test } from 'vitest';
import type { PageFiles } from '../core/sites/registration-plan.ts';
import { createScriptSync, type ScriptSyncDeps } from './sync-content-scripts.ts';

const FILES = { js: ['overlay.js'], css: ['overlay.css'] };

/** A minimal browser. Like the real one, it rejects duplicate ids on register and unknown ids on unregister. */
class FakeBrowser {
  added: string[] = [];
  held: string[] = [];
  readonly registered = new Map<string, PageFiles>();
  readonly injected: string[] = [];
  readonly log: string[] = [];
  broken: string | null = null;

  readonly deps: ScriptSyncDeps = {
    facts: async () => {
      if (this.broken === 'facts') throw new Error('no storage');
      return {
        added: this.added,
        held: this.held,
        listed: [],
        needed: [],
        registered: new Map(this.registered),
        files: FILES,
      };
    },
    register: async (hosts, files) => {
      await Promise.resolve();
      for (const host of hosts) {
        if (this.registered.has(host)) throw new Error(`Duplicate script ID ${host}`);
        this.registered.set(host, files);
      }
    },
    unregister: async (hosts) => {
      for (const host of hosts) if (!this.registered.delete(host)) throw new Error(`Nonexistent ${host}`);
    },
    inject: async (host) => {
      if (this.broken === host) throw new Error('The tab was closed.');
      // Pages that load in the meantime must find it registered.
      expect(this.registered.has(host)).toBe(true);
      this.injected.push(host);
    },
    giveUp: async (hosts) => {
      this.held = this.held.filter((origin) => !hosts.some((host) => origin.includes(`/${host}/`)));
    },
  };
}

let browser: FakeBrowser;
let reconcile: () => Promise<void>;
const allow = (host: string): number => browser.held.push(`https://${host}/*`);

beforeEach(() => {
  browser = new FakeBrowser();
  reconcile = createScriptSync(browser.deps);
});

describe('keeping scripts registered for added sites', () => {
  test('a new site is registered with all of the manifest’s files, then injected into its open pages', async () => {
    browser.added.push('a.example');
    allow('a.example');
    await reconcile();
    expect(browser.registered).toEqual(new Map([['a.example', FILES]]));
    expect(browser.injected).toEqual(['a.example']);
  });

  test('many calls at once do everything once', async () => {
    browser.added.push('a.example', 'b.example');
    allow('a.example');
    const first = reconcile();
    allow('b.example');
    await Promise.all([first, reconcile(), reconcile(), reconcile()]);
    expect([...browser.registered.keys()]).toEqual(['a.example', 'b.example']);
    expect(browser.injected).toEqual(['a.example', 'b.example']);
  });

  test('permission revoked and granted again', async () => {
    browser.added.push('a.example');
    allow('a.example');
    await reconcile();
    browser.held = [];
    await reconcile();
    expect(browser.registered.size).toBe(0);
    allow('a.example');
    await reconcile();
    expect([...browser.registered.keys()]).toEqual(['a.example']);
  });

  test('a removed site loses its script and its permission', async () => {
    browser.added.push('a.example', 'b.example');
    allow('a.example');
    allow('b.example');
    await reconcile();
    browser.added = ['b.example'];
    await reconcile();
    expect([...browser.registered.keys()]).toEqual(['b.example']);
    expect(browser.held).toEqual(['https://b.example/*']);
  });

  test('a page that rejects does not block the others, and a failure does not end the job', async () => {
    browser.added.push('a.example', 'b.example');
    allow('a.example');
    allow('b.example');
    browser.broken = 'facts';
    await reconcile();
    expect(browser.registered.size).toBe(0);
    browser.broken = 'a.example';
    await reconcile();
    expect([...browser.registered.keys()]).toEqual(['a.example', 'b.example']);
    expect(browser.injected).toEqual(['b.example']);
  });
});
