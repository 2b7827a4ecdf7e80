import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type History, historyKey } from '../core/history/price-history.ts';
import { FakeExtension } from '../tests/dom/extension.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useHistories } from './use-histories.ts';

const { local } = fakeBrowser.storage;
const AT = Date.parse('2026-11-24T12:00:00Z');
const historyOf = (price: string): History => ({
  v: 1,
  day: null,
  week: null,
  past: [{ time: AT, at: AT - 1_000, price, source: 'binance' }],
});
interface Query {
  readonly ids: string;
  readonly at: number | null;
}
const use = ({ ids, at }: Query) => useHistories(ids, at);

let extension: FakeExtension;
let asked: unknown[];
beforeEach(() => {
  extension = new FakeExtension();
  asked = [];
  extension.background = async (message) => void asked.push(message);
});

test('stored histories are returned, and the background is asked once for past prices', async () => {
  await local.set({ [historyKey('bitcoin')]: historyOf('5') });
  const { current, renders } = await renderHook(use, { ids: 'bitcoin solana', at: AT });
  expect(renders[0]).toEqual({});
  await vi.waitFor(() => expect(current()).toEqual({ bitcoin: historyOf('5') }));
  expect(asked).toEqual([{ type: 'history', ids: ['bitcoin', 'solana'], at: AT }]);
  await local.set({ [historyKey('solana')]: historyOf('7') });
  await vi.waitFor(() => expect(current()).toEqual({ bitcoin: historyOf('5'), solana: historyOf('7') }));
  expect(asked).toHaveLength(1);
});

test('histories of other coins are ignored', async () => {
  const { current } = await renderHook(use, { ids: 'bitcoin', at: AT });
  await painted();
  const before = current();
  await local.set({ [historyKey('solana')]: historyOf('7') });
  await painted();
  expect(current()).toBe(before);
});

describe('nothing is requested', () => {
  test.each([
    ['without a moment', { ids: 'bitcoin', at: null }],
    ['without coins', { ids: '', at: AT }],
  ])('%s', async (_what, query) => {
    await local.set({ [historyKey('bitcoin')]: historyOf('5') });
    const { current } = await renderHook(use, query);
    await painted();
    expect([current(), asked]).toEqual([{}, []]);
  });

  test('on a render with the same coins and moment, but with others it is', async () => {
    const { rerender } = await renderHook(use, { ids: 'bitcoin', at: AT });
    await rerender({ ids: 'bitcoin', at: AT });
    expect(asked).toHaveLength(1);
    await rerender({ ids: 'bitcoin', at: AT + 1 });
    await rerender({ ids: 'solana', at: AT + 1 });
    expect(asked).toHaveLength(3);
  });
});

test('a failing background does not break the view', async () => {
  extension.background = () => Promise.reject(new Error('The message port closed.'));
  await local.set({ [historyKey('bitcoin')]: historyOf('5') });
  const { current } = await renderHook(use, { ids: 'bitcoin', at: AT });
  await vi.waitFor(() => expect(current()).toEqual({ bitcoin: historyOf('5') }));
});
