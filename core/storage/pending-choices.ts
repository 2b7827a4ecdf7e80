/**
 * Reads and writes of one stored thing overlap: a read that was started before a write may come back after it, with the value of
 * before. These functions keep the order. Reads and choices are numbered as they start; the newest read that has come back
 * counts, and a choice holds over every read that was started before its write had finished.
 */
export interface PendingChoices<P> {
  /** How many reads were started: the number of the newest. */
  readonly readsStarted: number;
  /** Number of the newest read that came back. */
  readonly readAccepted: number;
  /** How many choices were made: the number of the newest. */
  readonly choicesMade: number;
  /** Choices that the newest read may not include, oldest first. */
  readonly pending: readonly PendingChoice<P>[];
}

interface PendingChoice<P> {
  readonly seq: number;
  readonly part: P;
  /** How many reads had been started when the choice was made. */
  readonly madeAfter: number;
  /** How many reads had been started when its write finished; null while it is being written. */
  readonly writtenAfter: number | null;
}

export const NO_CHOICES: PendingChoices<never> = {
  readsStarted: 0,
  readAccepted: 0,
  choicesMade: 0,
  pending: [],
};

/** Starts a read; its number is `readsStarted` of the result. */
export const startRead = <P>(choices: PendingChoices<P>): PendingChoices<P> => ({
  ...choices,
  readsStarted: choices.readsStarted + 1,
});

/** Makes a choice; its number is `choicesMade` of the result. */
export const makeChoice = <P>(choices: PendingChoices<P>, part: P): PendingChoices<P> => {
  const { readsStarted, pending } = choices;
  const choicesMade = choices.choicesMade + 1;
  return {
    ...choices,
    choicesMade,
    pending: [...pending, { seq: choicesMade, part, madeAfter: readsStarted, writtenAfter: null }],
  };
};

/**
 * The write of a choice has finished, well or not.
 * @returns `isReadDue`: a read was started meanwhile, and the choice hides what it found; another read is needed to see who
 * wrote last
 */
export function finishWrite<P>(
  choices: PendingChoices<P>,
  seq: number,
): { readonly choices: PendingChoices<P>; readonly isReadDue: boolean } {
  const { readsStarted } = choices;
  const pending = choices.pending.map((choice) =>
    choice.seq === seq ? { ...choice, writtenAfter: readsStarted } : choice,
  );
  const isReadDue = pending.some((choice) => choice.seq === seq && choice.madeAfter < readsStarted);
  return { choices: { ...choices, pending }, isReadDue };
}

/** A read has come back; null when a newer one came before it, and it is to be dropped. */
export function acceptRead<P>(choices: PendingChoices<P>, seq: number): PendingChoices<P> | null {
  if (seq <= choices.readAccepted) return null;
  const isPending = ({ writtenAfter }: PendingChoice<P>): boolean =>
    writtenAfter === null || seq <= writtenAfter;
  return { ...choices, readAccepted: seq, pending: choices.pending.filter(isPending) };
}

/** What was read, under the choices that it may not include. */
export function withChoices<T extends object>(read: T, choices: PendingChoices<Partial<T>>): T {
  let value = read;
  for (const { part } of choices.pending) value = { ...value, ...part };
  return value;
}
