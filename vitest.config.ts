import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { siteFamilies } from './core/sites/site.ts';
import { sourceTable } from './core/sources/source-info.ts';
import { FX_SOURCES } from './fx/index.ts';
import { PROVIDERS } from './providers/index.ts';
import { SITES } from './sites/index.ts';
import { ClosingLine } from './tests/closing-line.ts';
import { runSeed } from './tests/run-seed.ts';
import { findBrowser } from './world/find-browser.ts';

const E2E = 'tests/e2e/**/*.test.ts';
const SLOW = '**/*.slow.test.ts';
const DOM = '**/*.dom.test.ts';
const NEVER = ['**/node_modules/**', '.output/**', '.wxt/**', '.artifacts/**'];

const seed = runSeed(process.env);

/** Setup for tests of shipped code in Node: WXT's fake browser and the build constants. */
const shipped = async (): Promise<TestProjectInlineConfiguration> => ({
  plugins: await WxtVitest(),
  // Same values as in wxt.config.ts.
  define: {
    __SITE_FAMILIES__: JSON.stringify(siteFamilies(SITES)),
    __SOURCES__: JSON.stringify(sourceTable([...PROVIDERS, ...FX_SOURCES])),
  },
});

const unit = async (): Promise<TestProjectInlineConfiguration> => ({
  ...(await shipped()),
  test: {
    name: 'unit',
    include: ['**/*.test.ts'],
    exclude: [E2E, SLOW, DOM, ...NEVER],
    setupFiles: ['tests/property-seed.ts'],
    provide: { seed },
    // No isolation: a process per file takes longer than most files. Processes, not threads: some tests set the time
    // zone.
    pool: 'forks',
    isolate: false,
    testTimeout: 20_000,
  },
});

/** Simulated days, a hundred thousand hostile bodies, child processes, and tests of the builds. */
const slow = async (): Promise<TestProjectInlineConfiguration> => ({
  ...(await shipped()),
  test: {
    name: 'slow',
    include: [SLOW],
    exclude: NEVER,
    setupFiles: ['tests/property-seed.ts'],
    provide: { seed },
    // After the quick ones: those wait for real timers now and then, and are to have the processor when they do.
    sequence: { groupOrder: 1 },
    testTimeout: 180_000,
  },
});

/** Tests that need a DOM, in the Chromium of the end-to-end tests. */
const dom: TestProjectInlineConfiguration = {
  resolve: { alias: { 'wxt/browser': fileURLToPath(new URL('tests/dom/fake-browser.ts', import.meta.url)) } },
  // Listed, because dependencies that are discovered during a run reload the page.
  optimizeDeps: {
    include: ['fast-check', 'preact', 'preact/hooks', 'preact/test-utils', 'wxt/testing/fake-browser'],
  },
  test: {
    name: 'dom',
    include: [DOM],
    exclude: NEVER,
    setupFiles: ['tests/property-seed.ts'],
    provide: { seed },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1280, height: 800 },
      provider: playwright({
        launchOptions: {
          // A getter, so that the browser is located only when these tests run.
          get executablePath() {
            return findBrowser('chromium');
          },
          args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
        },
      }),
      instances: [{ browser: 'chromium' }],
    },
  },
};

const e2e: TestProjectInlineConfiguration = {
  test: {
    name: 'e2e',
    include: [E2E],
    // After the other tests, and one browser at a time: parallel browsers slow each other down.
    fileParallelism: false,
    sequence: { groupOrder: 2 },
    testTimeout: 90_000,
    hookTimeout: 120_000,
  },
};

export default defineConfig(async () => ({
  test: {
    reporters: ['default', new ClosingLine(seed)],
    projects: [await unit(), dom, await slow(), e2e],
  },
}));
