import type { Reporter, TestModule } from 'vitest/node';

/** Tests of a module by outcome. A file that does not even load counts as one failed test. */
function moduleCounts(module: TestModule): { passed: number; failed: number } {
  const tests = [...module.children.allTests()];
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  const failed = tests.filter((test) => test.result().state === 'failed').length;
  return { passed, failed: failed === 0 && module.state() === 'failed' ? 1 : failed };
}

/** Ends the whole run's output with `N passed, N failed`, counting individual tests. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = modules.map(moduleCounts);
    const passed = counts.reduce((sum, count) => sum + count.passed, 0);
    const failed = counts.reduce((sum, count) => sum + count.failed, unhandledErrors.length);
    // After everything else that is printed: other reporters, and Vite, may still be speaking.
    process.once('exit', () => console.log(`${passed} passed, ${failed} failed`));
  }
}
