import { expect, test, vi } from 'vitest';
import { deferred } from '../tests/dom/controls.ts';
import { renderHook } from '../tests/dom/render-hook.ts';
import { painted } from '../tests/dom/show.ts';
import { useReread } from './use-reread.ts';

/** A source of values whose reads the test resolves, in any order. */
function source() {
  const reads: ReturnType<typeof deferred<string>>[] = [];
  const signals: AbortSignal[] = [];
  const changes: (() => void)[] = [];
  const use = (input: string): string | undefined =>
    useReread(
      () => {
        const read = deferred<string>();
        reads.push(read);
        return read.promise;
      },
      (changed, signal) => {
        changes.push(changed);
        signals.push(signal);
      },
      [input],
    );
  return { reads, signals, changes, use };
}

test('undefined until the first read, then its value, then the value after a change', async () => {
  const { reads, changes, use } = source();
  const { current } = await renderHook(use, 'a');
  expect([current(), reads.length]).toEqual([undefined, 1]);
  reads[0]?.resolve('first');
  await vi.waitFor(() => expect(current()).toBe('first'));
  changes[0]?.();
  expect(current()).toBe('first');
  reads[1]?.resolve('second');
  await vi.waitFor(() => expect(current()).toBe('second'));
});

test('a late read does not overwrite a newer one', async () => {
  const { reads, changes, use } = source();
  const { current, renders } = await renderHook(use, 'a');
  changes[0]?.();
  reads[1]?.resolve('newer');
  await vi.waitFor(() => expect(current()).toBe('newer'));
  reads[0]?.resolve('older');
  await painted();
  expect(renders).toEqual([undefined, 'newer']);
});

test('another input starts over: the old watch ends, and its late read is dropped', async () => {
  const { reads, signals, use } = source();
  const { current, rerender } = await renderHook(use, 'a');
  await rerender('a');
  expect(reads).toHaveLength(1);
  await rerender('b');
  expect([reads.length, signals.map(({ aborted }) => aborted)]).toEqual([2, [true, false]]);
  reads[0]?.resolve('of a');
  await painted();
  expect(current()).toBeUndefined();
  reads[1]?.resolve('of b');
  await vi.waitFor(() => expect(current()).toBe('of b'));
});

test('the watch ends with the component', async () => {
  const { signals, use } = source();
  const { unmount } = await renderHook(use, 'a');
  expect(signals[0]?.aborted).toBe(false);
  await unmount();
  expect(signals[0]?.aborted).toBe(true);
});

test('a function as the value is not called', async () => {
  const value = vi.fn();
  const { current } = await renderHook(
    () =>
      useReread(
        async () => value,
        () => undefined,
      ),
    null,
  );
  await vi.waitFor(() => expect(current()).toBe(value));
  expect(value).not.toHaveBeenCalled();
});
