/** Calls back once after `ms`, unless the signal aborts before. */
export function delay(ms: number, run: () => unknown, signal: AbortSignal): void {
  // The timer is not cleared: a listener on a long-lived signal would outlive all of its timers.
  setTimeout(() => {
    if (!signal.aborted) run();
  }, ms);
}

/** Calls back at most once every `ms`, that long after the call, unless the signal aborts before. */
export function throttle(run: () => unknown, signal: AbortSignal, ms = (): number => 100): () => void {
  let waits = false;
  return () => {
    if (waits) return;
    waits = true;
    const due = (): void => {
      waits = false;
      run();
    };
    delay(ms(), due, signal);
  };
}

/** Calls back every `ms` until the signal aborts. */
export function interval(ms: number, run: () => void, signal: AbortSignal): void {
  const step = (): void => {
    interval(ms, run, signal);
    run();
  };
  delay(ms, step, signal);
}

/** Resolves after `ms`. */
export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls back every `ms` while the document is visible, and at once when it becomes visible again: a hidden view needs no timer,
 * and one that is shown again must not show an old time.
 */
export function everyWhileVisible(ms: number, tick: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = (): void => clearInterval(timer);
  const follow = (): void => {
    stop();
    if (document.visibilityState === 'visible') timer = setInterval(tick, ms);
  };
  const shown = (): void => {
    if (document.visibilityState === 'visible') tick();
    follow();
  };
  document.addEventListener('visibilitychange', shown, { signal });
  signal.addEventListener('abort', stop, { once: true });
  follow();
}
