import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { siteFamilies } from './core/sites/site.ts';
import { sourceTable } from './core/sources/source-info.ts';
import { FX_SOURCES } from './fx/index.ts';
import { PROVIDERS } from './providers/index.ts';
import { SITES } from './sites/index.ts';
import { ClosingLine } from './tests/closing-line.ts';

const E2E = 'tests/e2e/**/*.test.ts';

export default defineConfig(async () => ({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        // Replaces browser APIs with WXT's fakes.
        plugins: await WxtVitest(),
        // Same values as in wxt.config.ts.
        define: {
          __SITE_FAMILIES__: JSON.stringify(siteFamilies(SITES)),
          __SOURCES__: JSON.stringify(sourceTable([...PROVIDERS, ...FX_SOURCES])),
        },
        test: {
          name: 'unit',
          include: ['**/*.test.ts'],
          exclude: [E2E, '**/node_modules/**', '.output/**', '.wxt/**', '.artifacts/**'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: [E2E],
          // After the unit tests, and one browser at a time: parallel browsers slow each other down.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
