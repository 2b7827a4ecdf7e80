import { on } from '../../page/events.ts';
import { type MentionRange, mentionAt } from '../../page/mentions.ts';
import { delay, throttle } from '../../platform/timers.ts';

/** Time to get from the text to the card. */
const LEAVE_MS = 350;

/**
 * Reports the coin of the text that a reader points at, by mouse or finger; undefined when they have gone elsewhere or press
 * Escape. Only listens: links go on working.
 * @param mentions where the coins are
 * @param isOurs whether what the pointer is over is ours: a card stays while one is on it
 */
export function watchPointing(
  mentions: () => readonly MentionRange[],
  isOurs: (target: EventTarget | null) => boolean,
  point: (mention: MentionRange | undefined) => void,
  signal: AbortSignal,
): void {
  let last: MouseEvent;
  let shown: MentionRange | undefined;
  let leaves = 0;
  const show = (mention: MentionRange | undefined): void => {
    leaves += 1;
    if (mention !== shown) point(mention);
    shown = mention;
  };
  const look = (): void => {
    if (isOurs(last.target)) {
      leaves += 1;
      return;
    }
    const mention = mentionAt(mentions(), last);
    if (mention) show(mention);
    else if (shown) {
      const leave = leaves;
      delay(LEAVE_MS, () => leave === leaves && show(undefined), signal);
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

/** Goes from coin to coin of the text, round and round: scrolls there and points. */
export function createSteps(
  mentions: () => readonly MentionRange[],
  point: (mention: MentionRange | undefined) => void,
): (by: 1 | -1) => void {
  let last: MentionRange | undefined;
  return (by) => {
    const all = mentions();
    // From nowhere, or from a text that has changed: forwards to the first, backwards to the last.
    const from = last ? all.indexOf(last) : -1;
    last = all.at(from < 0 && by < 0 ? -1 : (from + by) % all.length);
    last?.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    point(last);
  };
}
