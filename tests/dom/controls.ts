import { onTestFinished, vi } from 'vitest';

/** A system that is dark or light and can be switched, in place of the one the browser runs on. */
export class ColorSystem extends EventTarget {
  matches: boolean;

  constructor(dark: boolean) {
    super();
    this.matches = dark;
    vi.stubGlobal('matchMedia', (query: string) => {
      if (query !== '(prefers-color-scheme: dark)') throw new Error(`not simulated: ${query}`);
      return this;
    });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
  }

  switchTo(dark: boolean): void {
    this.matches = dark;
    this.dispatchEvent(new Event('change'));
  }
}

/** A promise that the test settles when it wants to. */
export function deferred<T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (reason: Error) => void;
} {
  let settle: { resolve: (value: T) => void; reject: (reason: Error) => void } | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return {
    promise,
    resolve: (value) => settle?.resolve(value),
    reject: (reason) => settle?.reject(reason),
  };
}

/** Hides or shows the document, as switching to another tab does, until the test ends. */
export function setVisible(visible: boolean): void {
  const value = visible ? 'visible' : 'hidden';
  Object.defineProperty(document, 'visibilityState', { configurable: true, value });
  document.dispatchEvent(new Event('visibilitychange'));
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'visibilityState');
  });
}

/**
 * Timers and the clock by hand, until the test ends. Frames stay real: the renderer schedules by them.
 * @param start ms since the epoch
 */
export function handTimers(start = Date.parse('2026-11-24T12:00:00Z')): void {
  vi.useFakeTimers({
    now: start,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  onTestFinished(() => {
    vi.useRealTimers();
  });
}
