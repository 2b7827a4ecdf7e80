import { on } from '../../page/events.ts';
import { type MentionRange, mentionAt } from '../../page/mentions.ts';
import { readDay, send } from '../../platform/content-bridge.ts';
import { delay, throttle } from '../../platform/timers.ts';
import type { createSurface } from './mount.ts';
import type { Reader } from './reader.ts';

/** Time to get from the text to the card. */
const LEAVE_MS = 350;

/**
 * Tells at which coin of the text a reader points, by mouse or finger; undefined when they have gone elsewhere or press Escape.
 * Only listens: links go on working.
 * @param spots where the coins are
 * @param isOurs whether what the pointer is over is ours: a card stays while one is on it
 */
export function watchPointing(
  spots: () => readonly MentionRange[],
  isOurs: (target: EventTarget | null) => boolean,
  point: (spot: MentionRange | undefined) => void,
  signal: AbortSignal,
): void {
  let last: MouseEvent;
  let shown: MentionRange | undefined;
  let leaves = 0;
  const show = (spot: MentionRange | undefined): void => {
    leaves += 1;
    if (spot !== shown) point(spot);
    shown = spot;
  };
  const look = (): void => {
    if (isOurs(last.target)) leaves += 1;
    else {
      const spot = mentionAt(spots(), last);
      if (spot) show(spot);
      else if (shown) {
        const leave = leaves;
        delay(LEAVE_MS, () => leave === leaves && show(undefined), signal);
      }
    }
  };
  // Ten times a second at the most, which is the delay before a card as well.
  const lookSoon = throttle(look, signal);
  on(
    ['pointermove', 'click'],
    (event) => {
      last = event;
      // A finger that moves scrolls.
      if (event.type === 'click' || event.pointerType !== 'touch') lookSoon();
    },
    signal,
  );
  on(
    ['keydown'],
    ({ key }) => {
      if (key !== 'Escape') return;
      shown = undefined;
      point(undefined);
    },
    signal,
  );
}

/** Shows the card of a coin in the text, or none; the line of its last day as soon as it is to be had. */
export async function showCard(
  surface: ReturnType<typeof createSurface>,
  reader: Reader | undefined,
  spot: MentionRange | undefined,
): Promise<void> {
  surface.point(spot);
  if (!spot) return;
  reader?.askPasts();
  await send({ type: 'day', id: spot.id });
  surface.draw(spot, await readDay(spot.id));
}

/** Goes from coin to coin of the text, round and round: scrolls there and points. */
export function createSteps(
  spots: () => readonly MentionRange[],
  point: (spot: MentionRange | undefined) => void,
): (by: 1 | -1) => void {
  let last: MentionRange | undefined;
  return (by) => {
    const all = spots();
    // From nowhere, or from a text that has changed: forwards to the first, backwards to the last.
    const from = last ? all.indexOf(last) : -1;
    last = all.at(from < 0 && by < 0 ? -1 : (from + by) % all.length);
    last?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    point(last);
  };
}
