import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { onTestFinished } from 'vitest';

export interface RenderedHook<P, T> {
  /** The results of all renders, oldest first. */
  readonly renders: readonly T[];
  /** The last result. */
  readonly current: () => T;
  readonly rerender: (props: P) => Promise<void>;
  readonly unmount: () => Promise<void>;
}

/** Runs a hook with its effects, in its own component, until the test ends. */
export async function renderHook<P, T>(
  hook: (props: P) => T,
  props: NoInfer<P>,
): Promise<RenderedHook<P, T>> {
  const root = document.createElement('div');
  const renders: T[] = [];
  let current = (): T => {
    throw new Error('The hook has not run.');
  };
  function Probe({ given }: { readonly given: P }): null {
    const value = hook(given);
    renders.push(value);
    current = () => value;
    return null;
  }
  const rerender = (given: P): Promise<void> => act(() => render(h(Probe, { given }), root));
  const unmount = (): Promise<void> => act(() => render(null, root));
  await rerender(props);
  onTestFinished(unmount);
  return { renders, rerender, unmount, current: () => current() };
}
