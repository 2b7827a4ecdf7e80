/** A clock that stands still until everybody waits, then jumps to whoever waits for the least: a day takes seconds. */
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

  /** Runs until nobody wakes before `end` any more; the clock then stands at `end`. */
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

/** Once all that can go on without the clock has gone on. */
const settled = (): Promise<void> => new Promise((done) => setImmediate(done));
