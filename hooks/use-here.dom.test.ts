import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { setSiteHidden } from '../platform/stores.ts';
import { deferred, handTimers, setVisible } from '../tests/dom/controls.ts';
import { FakeExtension } from '../tests/dom/extension.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useHere } from './use-here.ts';

const NO_FAMILIES: readonly string[] = [];
const REPORT = { site: 'coindesk.com', panel: 'open', coins: [{ id: 'bitcoin', count: 3 }], published: 5 };
let extension: FakeExtension;

beforeEach(() => {
  extension = new FakeExtension();
});
const answering = (report: unknown): void => {
  extension.page = async () => report;
};

describe('the active page', () => {
  test('has its tab, its site, the permissions, and the report of its panel', async () => {
    answering(REPORT);
    extension.granted.add('https://mirror.example/*');
    const { current, renders } = await renderHook(useHere, NO_FAMILIES);
    expect(renders[0]).toBeUndefined();
    await vi.waitFor(() =>
      expect(current()).toEqual({
        tabId: 7,
        url: 'https://www.coindesk.com/markets/',
        incognito: false,
        site: 'coindesk.com',
        hidden: false,
        held: ['https://mirror.example/*'],
        report: REPORT,
      }),
    );
  });

  test('editions on subdomains are one site', async () => {
    extension.tab = { id: 7, url: 'https://tw.beincrypto.com/', incognito: true };
    const { current } = await renderHook(useHere, ['beincrypto.com']);
    await vi.waitFor(() => expect(current()).toMatchObject({ site: 'beincrypto.com', incognito: true }));
  });

  test.each([
    ['a page without our script', async () => Promise.reject(new Error('Receiving end does not exist.'))],
    ['an answer that is no report', async () => ({ site: 7 })],
  ])('%s has no report', async (_what, page) => {
    extension.page = page;
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()).toMatchObject({ site: 'coindesk.com', report: null }));
  });

  test.each([
    ['no page in front', undefined],
    ['a tab without an id', { url: 'https://a.example/', incognito: false }],
  ])('is undefined with %s', async (_what, tab) => {
    extension.tab = tab;
    const { renders } = await renderHook(useHere, NO_FAMILIES);
    await painted();
    expect(renders).toEqual([undefined]);
  });

  test('an internal page of the browser has no site', async () => {
    extension.tab = { id: 7, url: 'chrome://extensions/', incognito: false };
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()).toMatchObject({ site: '', report: null }));
  });

  test('a page that does not respond within a second has no report', async () => {
    handTimers();
    extension.page = () => new Promise(() => undefined);
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.advanceTimersByTimeAsync(999);
    expect(current()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(50);
    expect(current()).toMatchObject({ site: 'coindesk.com', report: null });
  });
});

describe('is updated', () => {
  test('when the panel is hidden on the site, and when permissions change', async () => {
    answering(REPORT);
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()).toMatchObject({ hidden: false, held: [] }));
    await setSiteHidden('coindesk.com', true);
    await vi.waitFor(() => expect(current()).toMatchObject({ hidden: true }));
    extension.grant('https://a.example/*');
    await vi.waitFor(() => expect(current()).toMatchObject({ held: ['https://a.example/*'] }));
    extension.revoke('https://a.example/*');
    await vi.waitFor(() => expect(current()).toMatchObject({ held: [] }));
  });

  test('every two seconds, but not while the popup is hidden', async () => {
    handTimers();
    answering({ ...REPORT, panel: 'folded' });
    const { current, unmount } = await renderHook(useHere, NO_FAMILIES);
    await vi.advanceTimersByTimeAsync(100);
    expect(current()?.report?.panel).toBe('folded');
    answering(REPORT);
    await vi.advanceTimersByTimeAsync(1_800);
    expect(current()?.report?.panel).toBe('folded');
    await vi.advanceTimersByTimeAsync(200);
    expect(current()?.report?.panel).toBe('open');
    const asked = vi.fn(async () => REPORT);
    extension.page = asked;
    setVisible(false);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).not.toHaveBeenCalled();
    setVisible(true);
    expect(asked).toHaveBeenCalledTimes(1);
    await unmount();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('no longer after the popup is closed', async () => {
    const { current, unmount } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()).toBeDefined());
    await unmount();
    expect(fakeBrowser.storage.onChanged.hasListeners()).toBe(false);
    expect([extension.onAdded.listeners.size, extension.onRemoved.listeners.size]).toEqual([0, 0]);
  });
});

describe('late responses', () => {
  /** Responses of the page, in the order of the requests. */
  function heldBack(): ReturnType<typeof deferred<unknown>>[] {
    const answers: ReturnType<typeof deferred<unknown>>[] = [];
    extension.page = () => {
      const answer = deferred<unknown>();
      answers.push(answer);
      return answer.promise;
    };
    return answers;
  }

  test('do not overwrite later ones', async () => {
    const answers = heldBack();
    const { current, renders } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    extension.grant('https://a.example/*');
    expect(answers).toHaveLength(2);
    answers[1]?.resolve({ ...REPORT, panel: 'hidden' });
    await vi.waitFor(() => expect(current()?.report?.panel).toBe('hidden'));
    answers[0]?.resolve({ ...REPORT, panel: 'open' });
    await painted();
    expect(renders.map((here) => here?.report?.panel)).toEqual([undefined, 'hidden']);
  });

  test('of another tab do not overwrite those of the tab that is active now', async () => {
    const answers = heldBack();
    const { current, renders, rerender } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    extension.tab = { id: 8, url: 'https://decrypt.co/', incognito: false };
    await rerender(['decrypt.co']);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.resolve({ ...REPORT, site: 'decrypt.co' });
    await vi.waitFor(() => expect(current()).toMatchObject({ tabId: 8, site: 'decrypt.co' }));
    answers[0]?.resolve(REPORT);
    await painted();
    expect(renders.map((here) => here?.tabId)).toEqual([undefined, undefined, 8]);
  });

  test('about the active tab are dropped after the popup is closed', async () => {
    const tab = deferred<unknown[]>();
    Reflect.set(fakeBrowser.tabs, 'query', () => tab.promise);
    const answers = heldBack();
    const { unmount } = await renderHook(useHere, NO_FAMILIES);
    await unmount();
    tab.resolve([{ id: 7, url: 'https://a.example/', incognito: false }]);
    await painted();
    expect([answers.length, extension.onAdded.listeners.size]).toEqual([0, 0]);
  });
});

describe('the mark on the toolbar button', () => {
  beforeEach(async () => {
    await fakeBrowser.action.setBadgeText({ tabId: 7, text: '!' });
  });

  test('is removed when the page has the panel again', async () => {
    answering(REPORT);
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()?.report?.panel).toBe('open'));
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('');
  });

  test.each([
    [
      'the page keeps the panel out',
      async () => ({ ...REPORT, panel: 'removed-by-page' }),
      'removed-by-page',
    ],
    ['the page does not answer', async () => undefined, undefined],
  ])('stays while %s', async (_what, page, panel) => {
    extension.page = page;
    const { current } = await renderHook(useHere, NO_FAMILIES);
    await vi.waitFor(() => expect(current()).toBeDefined());
    expect(current()?.report?.panel).toBe(panel);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 7 })).toBe('!');
  });
});
