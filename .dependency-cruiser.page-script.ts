import type { DependencyType, IConfiguration } from 'dependency-cruiser';
import everywhere from './.dependency-cruiser.ts';

// What comes along onto every news page: all that entrypoints/overlay/index.ts reaches, types left out.

const VALUES: { dependencyTypesNot: DependencyType[] } = { dependencyTypesNot: ['type-only'] };

export default {
  forbidden: [
    {
      name: 'page-script-rooms',
      comment:
        'No framework, no polyfill, no schema library; of platform/ the bridge, the clock and timers; of components/ its own, and what all surfaces share.',
      severity: 'error',
      from: {},
      to: {
        ...VALUES,
        pathNot: [
          '^(core|page|entrypoints/overlay|components/overlay)/',
          '^components/[^/]+$',
          '^platform/(clock|content-bridge|timers)\\.ts$',
          '^node_modules/wxt/dist/utils/define-unlisted-script\\.mjs$',
        ],
      },
    },
    {
      name: 'page-script-carries-no-registry',
      comment: 'Coins, sources and sites arrive by storage.',
      severity: 'error',
      from: {},
      to: { ...VALUES, path: ['^core/market/coin-(catalog|aliases)\\.ts$', '^(providers|fx|sites)/'] },
    },
    {
      name: 'page-script-carries-no-schema',
      comment: 'Schemas are valibot, which alone would be a good part of the page script.',
      severity: 'error',
      from: {},
      to: { ...VALUES, path: ['-schema\\.ts$', '(^|/)valibot(/|$)'] },
    },
  ],
  options: {
    ...everywhere.options,
    // What is only imported for its types does not come along, nor what that imports.
    doNotFollow: { path: '^node_modules/', dependencyTypes: ['type-only'] },
    // Here they say which files are followed.
    enhancedResolveOptions: { ...everywhere.options.enhancedResolveOptions, extensions: ['.ts', '.tsx'] },
  },
} satisfies IConfiguration;
