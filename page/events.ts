/** Document events reach the window first, in the capture phase. */
type PageEventMap = WindowEventMap & DocumentEventMap;

/** Listens to page events until the signal aborts, even if page scripts stop their propagation. */
export function on<T extends keyof PageEventMap>(
  types: readonly T[],
  listen: (event: PageEventMap[T]) => void,
  signal: AbortSignal,
): void {
  const listener = listen as EventListener;
  for (const type of types) addEventListener(type, listener, { passive: true, capture: true, signal });
}

/** Observes DOM changes until the signal aborts. */
export function observe(
  nodes: readonly Node[],
  options: MutationObserverInit,
  changed: (changes: readonly MutationRecord[]) => void,
  signal: AbortSignal,
): void {
  const observer = new MutationObserver(changed);
  for (const node of nodes) observer.observe(node, options);
  signal.addEventListener('abort', () => observer.disconnect());
}
