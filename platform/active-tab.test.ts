import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { arePricesShown } from './active-tab.ts';

beforeEach(() => fakeBrowser.reset());

const report = (panel: unknown): unknown => ({ site: 'example.com', panel, coins: null, published: null });

/** Sets the active pages and the responses of their scripts; null for a page without the script. */
function inFront(answers: readonly unknown[]): void {
  Reflect.set(fakeBrowser.tabs, 'query', async () => answers.map((_answer, id) => ({ id })));
  Reflect.set(fakeBrowser.tabs, 'sendMessage', async (id: number, message: { type: string }) => {
    expect(message).toEqual({ type: 'report' });
    if (answers[id] === null) throw new Error('Receiving end does not exist.');
    return answers[id];
  });
}

describe('prices are shown', () => {
  test.each([
    ['by an open panel', [null, report('open')], true],
    ['by a pill', [report('folded')], true],
    ['by no page without our script', [null, null], false],
    ['by no page without a window', [], false],
    ['not by a hidden panel', [report('hidden'), report('off'), report('removed-by-page')], false],
    ['not by an invalid report', ['open', 7, undefined, [], report({}), { panel: 'open' }], false],
  ])('%s', async (_what, answers, shown) => {
    inFront(answers);
    expect(await arePricesShown()).toBe(shown);
  });
});
