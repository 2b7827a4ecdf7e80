import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

// Who may import whom. `npm run imports` holds it; tests/imports.test.ts proves that each rule catches what it is for.

/** Rooms whose code is shipped: which rooms each may import beside itself, and which packages. */
const ROOMS: Readonly<Record<string, { rooms: readonly string[]; packages: readonly string[] }>> = {
  core: { rooms: [], packages: ['valibot'] },
  locales: { rooms: ['core'], packages: [] },
  providers: { rooms: ['core'], packages: ['valibot'] },
  fx: { rooms: ['core'], packages: ['valibot'] },
  sites: { rooms: ['core'], packages: [] },
  page: { rooms: ['core'], packages: [] },
  components: { rooms: ['core', 'locales'], packages: ['preact'] },
  platform: { rooms: ['core'], packages: ['wxt/dist/browser'] },
  // The reach into the world arrives as arguments.
  jobs: { rooms: ['core'], packages: [] },
  hooks: { rooms: ['core', 'platform'], packages: ['preact'] },
  entrypoints: {
    rooms: ['core', 'locales', 'providers', 'fx', 'sites', 'page', 'components', 'platform', 'jobs', 'hooks'],
    packages: [
      'preact',
      'wxt/dist/browser',
      'wxt/dist/utils/define-background',
      'wxt/dist/utils/define-unlisted-script',
    ],
  },
};

const TEST = '\\.test\\.tsx?$';
const SHIPPED = `^(${Object.keys(ROOMS).join('|')})/`;
/** Packages resolve to files; `wxt/dist/browser` is that one file of it, and `preact` all of it. */
const inPackages = (packages: readonly string[]): string[] =>
  packages.map((name) => `^node_modules/${name}(/|\\.m?js$)`);

const roomRules = Object.entries(ROOMS).map(
  ([room, { rooms, packages }]): IForbiddenRuleType => ({
    name: `room-${room}`,
    comment: `${room}/ may import ${['itself', ...rooms, ...packages].join(', ')} and nothing else.`,
    severity: 'error',
    from: { path: `^${room}/`, pathNot: TEST },
    to: { pathNot: [...[room, ...rooms].map((name) => `^${name}/`), ...inPackages(packages)] },
  }),
);

const FORBIDDEN: IForbiddenRuleType[] = [
  ...roomRules,
  {
    name: 'locales-take-types-only',
    comment: 'Words know the form of what they name, and none of its code.',
    severity: 'error',
    from: { path: '^locales/', pathNot: TEST },
    to: { path: '^core/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'providers-share-alone',
    comment: 'providers/lib/ is what sources of prices share; nobody else reads their answers.',
    severity: 'error',
    from: { pathNot: '^providers/' },
    to: { path: '^providers/lib/' },
  },
  {
    name: 'world-knows-no-extension',
    comment:
      'The world could not contradict the extension otherwise. Its command alone looks up sites and markets.',
    severity: 'error',
    from: { path: '^world/', pathNot: [TEST, '^world/start\\.ts$'] },
    to: { path: SHIPPED },
  },
  {
    name: 'world-start-knows-data-only',
    severity: 'error',
    from: { path: '^world/start\\.ts$' },
    to: { path: SHIPPED, pathNot: '^(core|sites)/' },
  },
  {
    name: 'nobody-imports-the-workshop',
    comment: 'What is shipped, and the world it is tried in, work without tests, build and scripts.',
    severity: 'error',
    from: { path: [SHIPPED, '^world/'], pathNot: TEST },
    to: { path: ['^(tests|build|scripts)/', '^(wxt|vitest)\\.config\\.ts$'] },
  },
  {
    name: 'nobody-imports-a-test',
    severity: 'error',
    from: {},
    to: { path: TEST },
  },
  {
    name: 'no-circles',
    comment: 'Circles of types are left out: nothing of them is there when the code runs.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'every-import-resolves',
    comment: 'Every import is of a file that exists, with its ending, or of a package that is installed.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true },
  },
];

export default {
  forbidden: FORBIDDEN,
  options: {
    // Which sees types as well. TypeScript 7 has no API that its own parser could use.
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^\\.(wxt|output|artifacts|git)/' },
    enhancedResolveOptions: {
      // Imports give the ending.
      extensions: [],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
} satisfies IConfiguration;
