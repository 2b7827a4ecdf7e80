/** The state of a page of a news site: everything that its frameworks render depends on this only. */
export interface Moment {
  /** Steps taken since it was hydrated. */
  readonly step: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Another order at every step. */
  readonly tags: readonly string[];
}

/** From this step on, another article replaces the first one. */
const TURN = 8;
/** The last step. */
export const LAST = 16;
const STEP_MS = 200;

const TAGS = ['markets', 'policy', 'people', 'machines', 'music'];

const tellOf = (coin: string): string[] =>
  Array.from(
    { length: 5 },
    (_, index) =>
      `On day ${index + 1} ${coin} moved less than anybody had said it would, which holder number ${index} was glad about.`,
  );

/** Deterministic steps: two runs end with the same markup. */
export function momentAt(step: number): Moment {
  const coin = step < TURN ? 'Bitcoin (BTC)' : 'Litecoin (LTC)';
  const turn = step % TAGS.length;
  return {
    step,
    title: `What ${coin} did`,
    // A live blog: one more paragraph every few steps.
    paragraphs: [
      ...tellOf(coin),
      ...Array.from({ length: Math.floor((step % TURN) / 3) }, (_, more) => `Update ${more}: ${coin} again.`),
    ],
    tags: [...TAGS.slice(turn), ...TAGS.slice(0, turn)],
  };
}

/** Shows all steps; changes the URL with the article, as a router does. */
export function play(show: (moment: Moment) => void): void {
  let step = 0;
  const timer = setInterval(() => {
    step += 1;
    if (step === TURN) history.pushState({}, '', '/post/400002/the-other-story');
    show(momentAt(step));
    if (step < LAST) return;
    clearInterval(timer);
    document.documentElement.dataset.rests = 'yes';
  }, STEP_MS);
}

/** In a page, starts hydration: at once, or long after loading, as lazy pages do. Elsewhere does nothing. */
export function whenDue(start: () => void): void {
  if (typeof document === 'undefined') return;
  const late = Number(new URLSearchParams(location.search).get('late'));
  if (late) addEventListener('load', () => setTimeout(start, late));
  else start();
}
