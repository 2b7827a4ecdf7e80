import type { Place } from './props.ts';

const STEP = 32;
const FAR = 9_999;

const BY_KEY: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-FAR, 0],
  ArrowRight: [FAR, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

/**
 * Lets a reader move the panel: by its header with a pointer, by its handle with the arrow keys. It snaps to the nearer edge.
 * @param lift the empty space below the panel that holds it up
 */
export function makeDraggable(
  header: HTMLElement,
  handle: HTMLElement,
  dock: HTMLElement,
  lift: HTMLElement,
  moved: (place: Place) => void,
): void {
  const move = (dx: number, dy: number): void => {
    const { left, width } = header.getBoundingClientRect();
    moved({
      side: left + dx + width / 2 < innerWidth / 2 ? 'left' : 'right',
      bottom: Math.max(0, Math.round(lift.offsetHeight - dy)),
    });
  };
  let start: PointerEvent | undefined;
  let [dx, dy] = [0, 0];
  const draw = (x: number, y: number): void => {
    [dx, dy] = [x, y];
    dock.style.translate = `${dx}px ${dy}px`;
  };
  header.addEventListener('pointerdown', (event) => {
    if (event.button || (event.target as Element).closest('button')) return;
    start = event;
    draw(0, 0);
    header.setPointerCapture(event.pointerId);
  });
  header.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (start) draw(clientX - start.clientX, clientY - start.clientY);
  });
  header.addEventListener('lostpointercapture', () => {
    const [x, y] = [dx, dy];
    start = undefined;
    draw(0, 0);
    if (x || y) move(x, y);
  });
  handle.addEventListener('keydown', (event) => {
    const by = BY_KEY[event.key];
    if (!by) return;
    event.preventDefault();
    move(...by);
  });
}
