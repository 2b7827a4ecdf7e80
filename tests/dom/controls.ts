import { onTestFinished, vi } from 'vitest';

/** A simulated color scheme of the system, which can be switched. */
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

/** A promise that the test settles. */
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

/** Hides or shows the document, as switching tabs does, until the test ends. */
export function setVisible(visible: boolean): void {
  const value = visible ? 'visible' : 'hidden';
  Object.defineProperty(document, 'visibilityState', { configurable: true, value });
  document.dispatchEvent(new Event('visibilitychange'));
  onTestFinished(() => {
    Reflect.deleteProperty(document, 'visibilityState');
  });
}

/**
 * Fake timers and clock until the test ends. Animation frames stay real: the renderer schedules with them.
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
