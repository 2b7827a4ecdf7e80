import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { arePricesShown } from './active-tab.ts';

beforeEach(() => fakeBrowser.reset());

/** Pages in front, and what their scripts answer; null where there is none. */
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
    ['by an open panel', [null, { panel: 'open' }], true],
    ['by a pill', [{ panel: 'folded' }], true],
    ['by nobody where there is no page of ours', [null, null], false],
    ['by nobody without a window', [], false],
    ['not by a hidden panel', [{ panel: 'hidden' }, { panel: 'off' }, { panel: 'removed-by-page' }], false],
    ['not by an odd answer', ['open', 7, undefined, [], { panel: {} }], false],
  ])('%s', async (_what, answers, shown) => {
    inFront(answers);
    expect(await arePricesShown()).toBe(shown);
  });
});
