import { describe, expect, test, vi } from 'vitest';
import { deferred, handTimers, setVisible } from '../tests/dom/controls.ts';
import { FakeExtension } from '../tests/dom/extension.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useNow } from './use-now.ts';
import { useOnline } from './use-online.ts';
import { useRefresh } from './use-refresh.ts';
import { useSaving } from './use-saving.ts';

const START = Date.parse('2026-11-24T12:00:00Z');

describe('now', () => {
  test('advances by the step, stops while hidden, and is updated at once when shown again', async () => {
    handTimers(START);
    const { current, unmount } = await renderHook(useNow, 1_000);
    expect(current()).toBe(START);
    await vi.advanceTimersByTimeAsync(2_500);
    await vi.waitFor(() => expect(current()).toBe(START + 2_000));
    setVisible(false);
    await vi.advanceTimersByTimeAsync(60_000);
    await painted();
    expect(current()).toBe(START + 2_000);
    setVisible(true);
    const back = Date.now();
    await painted();
    expect(current()).toBe(back);
    await unmount();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('uses a new step', async () => {
    handTimers(START);
    const { current, rerender } = await renderHook(useNow, 60_000);
    await rerender(1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    await painted();
    expect(current()).toBe(START + 1_000);
  });
});

test('online follows the browser', async () => {
  const says = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
  const { current, unmount } = await renderHook(() => useOnline(), null);
  expect(current()).toBe(true);
  says.mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  await vi.waitFor(() => expect(current()).toBe(false));
  says.mockReturnValue(true);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(current()).toBe(true));
  await unmount();
  says.mockReturnValue(false);
  dispatchEvent(new Event('offline'));
  await painted();
  expect(current()).toBe(true);
  says.mockRestore();
});

describe('a refresh', () => {
  /** The hook, with a background whose response the test controls. */
  async function refreshing() {
    handTimers(START);
    const extension = new FakeExtension();
    const answer = deferred<unknown>();
    const background = vi.fn((_message: unknown) => answer.promise);
    extension.background = background;
    const hook = await renderHook(() => useRefresh(), null);
    return { ...hook, answer, background };
  }

  test('sends a user-initiated command, and is busy until the response', async () => {
    const { current, answer, background } = await refreshing();
    expect(current().busy).toBe(false);
    current().refresh();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(background.mock.calls).toEqual([[{ type: 'refresh', userInitiated: true }]]);
    expect(current().busy).toBe(true);
    answer.resolve(undefined);
    await painted();
    expect(current().busy).toBe(false);
  });

  test('with an immediate response is busy for 400 ms', async () => {
    const { current, answer } = await refreshing();
    answer.resolve(undefined);
    current().refresh();
    await vi.advanceTimersByTimeAsync(399);
    await painted();
    expect(current().busy).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    await painted();
    expect(current().busy).toBe(false);
  });

  test('that fails is no longer busy', async () => {
    const { current, answer } = await refreshing();
    current().refresh();
    answer.reject(new Error('no background'));
    await vi.advanceTimersByTimeAsync(400);
    await painted();
    expect(current().busy).toBe(false);
  });

  test('that hangs is no longer busy after twenty seconds', async () => {
    const { current } = await refreshing();
    current().refresh();
    await vi.advanceTimersByTimeAsync(19_999);
    await painted();
    expect(current().busy).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    await painted();
    expect(current().busy).toBe(false);
  });

  test('is the same function on every render', async () => {
    const { current, rerender } = await refreshing();
    const { refresh } = current();
    await rerender(null);
    expect(current().refresh).toBe(refresh);
  });
});

describe('saving', () => {
  test('reports success for two and a half seconds', async () => {
    handTimers(START);
    const { current } = await renderHook(() => useSaving(), null);
    const write = deferred<void>();
    current().run(write.promise);
    await painted();
    expect(current().saving).toBe('idle');
    write.resolve();
    await vi.advanceTimersByTimeAsync(100);
    await painted();
    expect(current().saving).toBe('saved');
    await vi.advanceTimersByTimeAsync(2_300);
    await painted();
    expect(current().saving).toBe('saved');
    await vi.advanceTimersByTimeAsync(300);
    await painted();
    expect(current().saving).toBe('idle');
  });

  test('reports failure until the next write', async () => {
    handTimers(START);
    const { current } = await renderHook(() => useSaving(), null);
    current().run(Promise.reject(new Error('full')));
    await painted();
    expect(current().saving).toBe('failed');
    await vi.advanceTimersByTimeAsync(60_000);
    await painted();
    expect(current().saving).toBe('failed');
    current().run(new Promise(() => undefined));
    await painted();
    expect(current().saving).toBe('idle');
  });

  test('a second write restarts the time', async () => {
    handTimers(START);
    const { current } = await renderHook(() => useSaving(), null);
    const write = async (): Promise<void> => {
      current().run(Promise.resolve());
      await vi.advanceTimersByTimeAsync(100);
      await painted();
    };
    await write();
    await vi.advanceTimersByTimeAsync(2_000);
    await write();
    await vi.advanceTimersByTimeAsync(1_000);
    await painted();
    expect(current().saving).toBe('saved');
  });
});
