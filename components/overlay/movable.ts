import type { Place } from './props.ts';

const STEP = 32;

/**
 * Lets a reader move the panel: by its header with a pointer, by its handle with the arrow keys. It snaps to the nearer edge.
 * @param lift the empty space below the panel that holds it up
 */
export function makeMovable(
  header: HTMLElement,
  handle: HTMLElement,
  dock: HTMLElement,
  lift: HTMLElement,
  moved: (place: Place) => void,
): void {
  const settle = (dx: number, dy: number): void => {
    const { left, width } = header.getBoundingClientRect();
    moved({
      side: left + dx + width / 2 < innerWidth / 2 ? 'left' : 'right',
      bottom: Math.max(0, Math.round(lift.offsetHeight - dy)),
    });
  };
  header.addEventListener('pointerdown', (start) => {
    const onButton = start.target instanceof Element && start.target.closest('button');
    if (onButton || start.button) return;
    const drag = new AbortController();
    const { signal } = drag;
    let [dx, dy] = [0, 0];
    header.setPointerCapture(start.pointerId);
    header.addEventListener(
      'pointermove',
      (event) => {
        dx = event.clientX - start.clientX;
        dy = event.clientY - start.clientY;
        dock.style.translate = `${dx}px ${dy}px`;
      },
      { signal },
    );
    header.addEventListener(
      'lostpointercapture',
      () => {
        drag.abort();
        dock.style.translate = '';
        if (dx || dy) settle(dx, dy);
      },
      { signal },
    );
  });
  handle.addEventListener('keydown', (event) => {
    const by = {
      ArrowLeft: [-innerWidth, 0],
      ArrowRight: [innerWidth, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    }[event.key];
    if (!by) return;
    event.preventDefault();
    settle(by[0] ?? 0, by[1] ?? 0);
  });
}
