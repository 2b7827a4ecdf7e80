/** What a document hears comes by the window first. */
type PageEventMap = WindowEventMap & DocumentEventMap;

/** Hears what happens on the page, whether or not an element of it keeps it from others, until the signal aborts. */
export function on<T extends keyof PageEventMap>(
  types: readonly T[],
  listen: (event: PageEventMap[T]) => void,
  signal: AbortSignal,
): void {
  const listener = listen as EventListener;
  for (const type of types) addEventListener(type, listener, { passive: true, capture: true, signal });
}

/** Tells of changes of the page's tree until the signal aborts. */
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
