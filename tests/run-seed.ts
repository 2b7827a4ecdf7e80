declare module 'vitest' {
  interface ProvidedContext {
    /** All chance in a run comes from it. */
    readonly seed: number;
  }
}

const MOST = 2 ** 31 - 1;

/** The seed of a run: a new one each time, or the one that `TICKSIDE_SEED` asks for, to repeat a run. */
export function runSeed({ TICKSIDE_SEED: given }: { readonly TICKSIDE_SEED?: string | undefined }): number {
  if (given === undefined || given === '') return Math.floor(Math.random() * MOST);
  const seed = Number(given);
  if (/^\d+$/.test(given) && seed <= MOST) return seed;
  throw new Error(`TICKSIDE_SEED is ${given}, not a whole number up to ${MOST}.`);
}
