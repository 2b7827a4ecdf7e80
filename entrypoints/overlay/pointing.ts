import { type Spot, spotAt } from '../../page/mentions.ts';
import { readDay, send } from '../../platform/overlay-bridge.ts';
import { after } from '../../platform/timers.ts';
import type { Reader } from './reader.ts';
import type { createSurface } from './surface.ts';

/** A pointer is looked at this often at the most, which is the delay before a card as well. */
const LOOK_MS = 120;
/** Time to get from the text to the card. */
const LEAVE_MS = 350;

/**
 * Tells at which coin of the text a reader points, by mouse or finger; undefined when they have gone elsewhere or press Escape.
 * Only listens: links go on working.
 * @param spots where the coins are
 * @param isOurs whether what the pointer is over is ours: a card stays while one is on it
 */
export function watchPointing(
  spots: () => readonly Spot[],
  isOurs: (target: EventTarget | null) => boolean,
  point: (spot: Spot | undefined) => void,
  signal: AbortSignal,
): void {
  let last: MouseEvent;
  let shown: Spot | undefined;
  let [looks, leaves] = [false, 0];
  const show = (spot: Spot | undefined): void => {
    leaves += 1;
    if (spot !== shown) point(spot);
    shown = spot;
  };
  const look = (): void => {
    looks = false;
    if (isOurs(last.target)) leaves += 1;
    else {
      const spot = spotAt(spots(), last);
      if (spot) show(spot);
      else if (shown) {
        const leave = leaves;
        after(LEAVE_MS, () => leave === leaves && show(undefined), signal);
      }
    }
  };
  const options = { passive: true, signal };
  addEventListener(
    'pointermove',
    (event) => {
      last = event;
      if (looks || event.pointerType === 'touch') return;
      looks = true;
      after(LOOK_MS, look, signal);
    },
    options,
  );
  addEventListener(
    'click',
    (event) => {
      last = event;
      look();
    },
    options,
  );
  addEventListener(
    'keydown',
    ({ key }) => {
      if (key !== 'Escape') return;
      shown = undefined;
      point(undefined);
    },
    options,
  );
}

/** Shows the card of a coin in the text, or none: what is stored of its last day at once, what can be had a little later. */
export async function showCard(
  surface: ReturnType<typeof createSurface>,
  reader: Reader | undefined,
  spot: Spot | undefined,
): Promise<void> {
  surface.point(spot);
  if (!spot) return;
  reader?.askPasts();
  const draw = async (): Promise<void> => surface.draw(spot, await readDay(spot.id));
  await draw();
  await send({ type: 'day', id: spot.id });
  await draw();
}

/** Goes from coin to coin of the text, round and round: scrolls there and points. */
export function createSteps(
  spots: () => readonly Spot[],
  point: (spot: Spot | undefined) => void,
): (by: 1 | -1) => void {
  let last: Spot | undefined;
  return (by) => {
    const all = spots();
    // From nowhere, or from a text that has changed: forwards to the first, backwards to the last.
    const from = last ? all.indexOf(last) : -1;
    last = all.at(from < 0 && by < 0 ? -1 : (from + by) % all.length);
    last?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    point(last);
  };
}
