/**
 * Reads and writes of a stored item overlap: a read that started before a write may finish after it, with the old value. These
 * functions keep the order. Reads and choices are numbered when they start; the newest finished read counts, and a choice
 * overrides every read that started before its write had finished. Start a read after each write: it returns the last value
 * written by any view.
 */
export interface PendingChoices<P> {
  /** Number of reads started, and so the number of the newest. */
  readonly reads: number;
  /** Number of the newest finished read. */
  readonly accepted: number;
  /** Number of choices made, and so the number of the newest. */
  readonly made: number;
  /** Choices that the newest read may not include, oldest first. */
  readonly pending: readonly PendingChoice<P>[];
}

interface PendingChoice<P> {
  readonly seq: number;
  readonly part: P;
  /** The last read that may not include it; infinite during its write. */
  readonly until: number;
}

export const NO_CHOICES: PendingChoices<never> = { reads: 0, accepted: 0, made: 0, pending: [] };

/** Starts a read. Its number is `reads` of the result. */
export const startRead = <P>(choices: PendingChoices<P>): PendingChoices<P> => ({
  ...choices,
  reads: choices.reads + 1,
});

/** Adds a choice. Its number is `made` of the result. */
export const makeChoice = <P>(choices: PendingChoices<P>, part: P): PendingChoices<P> => {
  const seq = choices.made + 1;
  return { ...choices, made: seq, pending: [...choices.pending, { seq, part, until: Infinity }] };
};

/** Marks the write of a choice as finished, whether it succeeded or not. */
export const finishWrite = <P>(choices: PendingChoices<P>, seq: number): PendingChoices<P> => ({
  ...choices,
  pending: choices.pending.map((choice) =>
    choice.seq === seq ? { ...choice, until: choices.reads } : choice,
  ),
});

/** Marks a read as finished; undefined if a newer one finished before, and this one must be dropped. */
export const acceptRead = <P>(choices: PendingChoices<P>, seq: number): PendingChoices<P> | undefined =>
  seq > choices.accepted
    ? { ...choices, accepted: seq, pending: choices.pending.filter(({ until }) => seq <= until) }
    : undefined;

/** Applies the pending choices to a value that was read. */
export function withChoices<T extends object>(read: T, { pending }: PendingChoices<Partial<T>>): T {
  let value = read;
  for (const { part } of pending) value = { ...value, ...part };
  return value;
}
