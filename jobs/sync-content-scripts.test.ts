import { beforeEach, describe, expect, test } from 'vitest';
import type { PageFiles } from '../core/sites/registration-plan.ts';
import { createScriptSync, type ScriptSyncDeps } from './sync-content-scripts.ts';

const FILES = { js: ['overlay.js'], css: ['overlay.css'] };

/** A browser as far as this job sees it; like the real one it refuses to register an id twice, or to forget one it has not. */
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
      // Pages loaded meanwhile have to find it registered.
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

describe('keeping registered what the reader added', () => {
  test('a new site is registered with all of the manifest’s files, then put onto its open pages', async () => {
    browser.added.push('a.example');
    allow('a.example');
    await reconcile();
    expect(browser.registered).toEqual(new Map([['a.example', FILES]]));
    expect(browser.injected).toEqual(['a.example']);
  });

  test('called many times at once it does each thing once', async () => {
    browser.added.push('a.example', 'b.example');
    allow('a.example');
    const first = reconcile();
    allow('b.example');
    await Promise.all([first, reconcile(), reconcile(), reconcile()]);
    expect([...browser.registered.keys()]).toEqual(['a.example', 'b.example']);
    expect(browser.injected).toEqual(['a.example', 'b.example']);
  });

  test('access withdrawn and given again by the browser', async () => {
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

  test('a removed site loses script and access', async () => {
    browser.added.push('a.example', 'b.example');
    allow('a.example');
    allow('b.example');
    await reconcile();
    browser.added = ['b.example'];
    await reconcile();
    expect([...browser.registered.keys()]).toEqual(['b.example']);
    expect(browser.held).toEqual(['https://b.example/*']);
  });

  test('a page that refuses does not keep the others waiting, nor does a failure end the job', async () => {
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
