import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { delay, everyWhileVisible, interval, throttle, wait } from './timers.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('delay: once, unless the signal aborts before', () => {
  const ran: string[] = [];
  const [kept, ended] = [new AbortController(), new AbortController()];
  delay(1_000, () => ran.push('kept'), kept.signal);
  delay(1_000, () => ran.push('ended'), ended.signal);
  ended.abort();
  vi.advanceTimersByTime(5_000);
  expect(ran).toEqual(['kept']);
});

test('interval: repeatedly, also if the callback throws, until the signal aborts', () => {
  let ran = 0;
  const life = new AbortController();
  interval(
    1_000,
    () => {
      ran += 1;
      if (ran === 1) throw new Error('once');
    },
    life.signal,
  );
  expect(() => vi.advanceTimersByTime(1_000)).toThrow('once');
  vi.advanceTimersByTime(2_000);
  expect(ran).toBe(3);
  life.abort();
  vi.advanceTimersByTime(5_000);
  expect(ran).toBe(3);
});

test('throttle: once for all calls in its time, also after the last one, unless the signal aborts before', () => {
  const ran: number[] = [];
  let ms = 100;
  const life = new AbortController();
  const ask = throttle(
    () => ran.push(Date.now() - start),
    life.signal,
    () => ms,
  );
  const start = Date.now();
  ask();
  vi.advanceTimersByTime(60);
  ask();
  expect(ran).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(ran).toEqual([100]);
  ms = 40;
  ask();
  vi.advanceTimersByTime(40);
  ask();
  expect(ran).toEqual([100, 600]);
  life.abort();
  vi.advanceTimersByTime(500);
  expect(ran).toEqual([100, 600]);
});

test('wait resolves after its time', async () => {
  let over = false;
  void wait(500).then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(499);
  expect(over).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(over).toBe(true);
});

describe('every while visible', () => {
  class Page extends EventTarget {
    visibilityState = 'visible';
    become(state: 'visible' | 'hidden'): void {
      this.visibilityState = state;
      this.dispatchEvent(new Event('visibilitychange'));
    }
  }

  const start = (state = 'visible') => {
    const page = new Page();
    page.visibilityState = state;
    vi.stubGlobal('document', page);
    const life = new AbortController();
    let ticks = 0;
    everyWhileVisible(
      1_000,
      () => {
        ticks += 1;
      },
      life.signal,
    );
    return { page, life, ticks: () => ticks };
  };

  test('ticks', () => {
    const { ticks } = start();
    vi.advanceTimersByTime(3_500);
    expect(ticks()).toBe(3);
  });

  test('pauses while hidden, and ticks at once when shown again', () => {
    const { page, ticks } = start();
    page.become('hidden');
    vi.advanceTimersByTime(60_000);
    expect(ticks()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
    page.become('visible');
    expect(ticks()).toBe(1);
    vi.advanceTimersByTime(1_000);
    expect(ticks()).toBe(2);
  });

  test('has one timer, however often it is shown', () => {
    const { page, ticks } = start('hidden');
    for (let round = 0; round < 5; round += 1) page.become('visible');
    expect(vi.getTimerCount()).toBe(1);
    expect(ticks()).toBe(5);
  });

  test('ends with its signal', () => {
    const { page, life, ticks } = start();
    life.abort();
    page.become('visible');
    vi.advanceTimersByTime(5_000);
    expect(ticks()).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
