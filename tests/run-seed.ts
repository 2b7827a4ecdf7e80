declare module 'vitest' {
  interface ProvidedContext {
    /** The seed of all randomness in a run. */
    readonly seed: number;
  }
}

const MAX_SEED = 2 ** 31 - 1;

/** Returns the seed of a run: a new one, or `TICKSIDE_SEED`, to repeat a run. */
export function runSeed({ TICKSIDE_SEED: given }: { readonly TICKSIDE_SEED?: string | undefined }): number {
  if (given === undefined || given === '') return Math.floor(Math.random() * MAX_SEED);
  const seed = Number(given);
  if (/^\d+$/.test(given) && seed <= MAX_SEED) return seed;
  throw new Error(`TICKSIDE_SEED is ${given}, not a whole number up to ${MAX_SEED}.`);
}
