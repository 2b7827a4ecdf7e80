/**
 * Reads and writes of one stored thing overlap: a read that was started before a write may come back after it, with the value of
 * before. These functions keep the order. Reads and choices are numbered as they start; the newest read that has come back
 * counts, and a choice holds over every read that was started before its write had finished. Start a read when a write has
 * finished: it shows who wrote last.
 */
export interface PendingChoices<P> {
  /** How many reads were started: the number of the newest. */
  readonly reads: number;
  /** Number of the newest read that came back. */
  readonly accepted: number;
  /** How many choices were made: the number of the newest. */
  readonly made: number;
  /** Choices that the newest read may not include, oldest first. */
  readonly pending: readonly PendingChoice<P>[];
}

interface PendingChoice<P> {
  readonly seq: number;
  readonly part: P;
  /** The last read that may not include it; infinite while it is being written. */
  readonly until: number;
}

export const NO_CHOICES: PendingChoices<never> = { reads: 0, accepted: 0, made: 0, pending: [] };

/** Starts a read; its number is `reads` of the result. */
export const startRead = <P>(choices: PendingChoices<P>): PendingChoices<P> => ({
  ...choices,
  reads: choices.reads + 1,
});

/** Makes a choice; its number is `made` of the result. */
export const makeChoice = <P>(choices: PendingChoices<P>, part: P): PendingChoices<P> => {
  const seq = choices.made + 1;
  return { ...choices, made: seq, pending: [...choices.pending, { seq, part, until: Infinity }] };
};

/** The write of a choice has finished, well or not. */
export const finishWrite = <P>(choices: PendingChoices<P>, seq: number): PendingChoices<P> => ({
  ...choices,
  pending: choices.pending.map((choice) =>
    choice.seq === seq ? { ...choice, until: choices.reads } : choice,
  ),
});

/** A read has come back; undefined when a newer one came before it, and it is to be dropped. */
export const acceptRead = <P>(choices: PendingChoices<P>, seq: number): PendingChoices<P> | undefined =>
  seq > choices.accepted
    ? { ...choices, accepted: seq, pending: choices.pending.filter(({ until }) => seq <= until) }
    : undefined;

/** What was read, under the choices that it may not include. */
export function withChoices<T extends object>(read: T, { pending }: PendingChoices<Partial<T>>): T {
  let value = read;
  for (const { part } of pending) value = { ...value, ...part };
  return value;
}
