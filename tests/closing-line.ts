import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** The totals of a run, counted as in Vitest. */
interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Tests that failed as expected (`test.fails`). */
  readonly expectedFails: number;
  /** Skipped and to do. */
  readonly skipped: number;
  /** Files that failed outside their tests: they did not load, or a hook failed. */
  readonly brokenFiles: number;
  /** Errors that no test caught. */
  readonly strayErrors: number;
}

function totalsOf(modules: readonly TestModule[], strayErrors: number): Totals {
  const tests = modules.flatMap(({ children }) => [...children.allTests()]);
  const count = (wanted: string): number => tests.filter((test) => test.result().state === wanted).length;
  const expectedFails = tests.filter((test) => test.options.fails && test.result().state === 'passed').length;
  const isBroken = (module: TestModule): boolean =>
    module.state() === 'failed' && ![...module.children.allTests('failed')].length;
  return {
    passed: count('passed') - expectedFails,
    failed: count('failed'),
    expectedFails,
    skipped: count('skipped'),
    brokenFiles: modules.filter(isBroken).length,
    strayErrors,
  };
}

/**
 * Ends the output of a run with `N passed, N failed`, the tests as Vitest counts them. What these two figures do not contain
 * (skipped tests, files that did not load, errors outside tests) is on a line before.
 */
export class ClosingLine implements Reporter {
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const totals = totalsOf(modules, unhandledErrors.length);
    const { passed, failed, expectedFails, skipped, brokenFiles, strayErrors } = totals;
    const others = [
      expectedFails > 0 && `${expectedFails} failed as expected`,
      skipped > 0 && `${skipped} skipped`,
      brokenFiles === 1 && '1 file failed outside its tests',
      brokenFiles > 1 && `${brokenFiles} files failed outside their tests`,
      strayErrors === 1 && '1 error outside tests',
      strayErrors > 1 && `${strayErrors} errors outside tests`,
    ].filter((text) => text !== false);
    const lines = [
      `Seed ${this.#seed}: TICKSIDE_SEED=${this.#seed} repeats what was random in this run.`,
      ...(others.length > 0 ? [`Also: ${others.join(', ')}.`] : []),
      `${passed} passed, ${failed} failed`,
    ];
    // After all other output: other reporters and Vite may still print.
    process.once('exit', () => console.log(lines.join('\n')));
  }
}
