/** A clock that jumps to the next timer once everything is waiting: a day takes seconds. */
export class VirtualTime {
  #now: number;
  #order = 0;
  readonly #sleepers: { at: number; order: number; wake: () => void }[] = [];

  constructor(start: number) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;

  sleep(ms: number): Promise<void> {
    return new Promise((wake) => {
      this.#order += 1;
      this.#sleepers.push({ at: this.#now + Math.max(0, ms), order: this.#order, wake });
    });
  }

  /** Runs all timers up to `end`, and sets the clock to `end`. */
  async runUntil(end: number): Promise<void> {
    for (;;) {
      await settled();
      this.#sleepers.sort((a, b) => a.at - b.at || a.order - b.order);
      const [first] = this.#sleepers;
      if (!first || first.at > end) break;
      this.#sleepers.shift();
      this.#now = first.at;
      first.wake();
    }
    this.#now = end;
  }
}

/** Resolves when everything is waiting for the clock. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
