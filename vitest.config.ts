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
        // In place of the browser's own APIs: WXT's fake ones.
        plugins: await WxtVitest(),
        // As wxt.config.ts fills them in.
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
          // After the rest, and one browser at a time: two would take each other's processor, and their screenshots.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));
