import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { afterEach, describe, expect, test } from 'vitest';
import pageScript from '../.dependency-cruiser.page-script.ts';
import everywhere from '../.dependency-cruiser.ts';
import { filesIn, ROOMS, ROOT } from './house.ts';

async function cruised(
  { options = {}, ...ruleSet }: IConfiguration,
  from: string,
  baseDir: string,
): Promise<ICruiseResult> {
  const { enhancedResolveOptions, ...others } = options;
  const cruiseOptions = { ...others, baseDir, ruleSet, validate: true };
  const { output } = await cruise([from], cruiseOptions, {
    ...enhancedResolveOptions,

    // Planted files change, and the two configurations resolve differently.
    bustTheCache: true,
  });
  if (typeof output === 'string') throw new Error('no result');
  return output;
}
const violationsIn = ({ summary }: ICruiseResult): string[] =>
  summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);

describe('this repository', () => {
  test('follows the import rules of its rooms, and every import is resolved', async () => {
    const result = await cruised(everywhere, '.', ROOT);
    expect(violationsIn(result)).toEqual([]);
    const seen = new Set(result.modules.map(({ source }) => source));
    const scripts = filesIn('.').filter((path) => /\.tsx?$/.test(path));
    expect(scripts.filter((path) => !seen.has(path))).toEqual([]);
    const importedBy = (path: string): string[] =>
      result.modules.find(({ source }) => source === path)?.dependencies.map(({ resolved }) => resolved) ??
      [];
    expect(importedBy('entrypoints/overlay/index.ts')).toContain('entrypoints/overlay/controller.ts');
    expect(importedBy('entrypoints/popup/main.tsx')).toEqual(
      expect.arrayContaining([
        'components/popup/popup.css',
        'platform/stores.ts',
        'node_modules/preact/dist/preact.mjs',
      ]),
    );
  }, 120_000);

  test('bundles for pages only what pages need', async () => {
    const result = await cruised(pageScript, 'entrypoints/overlay/index.ts', ROOT);
    expect(violationsIn(result)).toEqual([]);
    // All imports were followed.
    expect(result.modules.map(({ source }) => source)).toEqual(
      expect.arrayContaining(['core/money/decimal.ts', 'components/overlay/panel.css', 'platform/clock.ts']),
    );
  });

  test('has a rule for each room', () => {
    const rules = everywhere.forbidden.map(({ name }) => name);
    expect(rules).toEqual(expect.arrayContaining(ROOMS.map((room) => `room-${room}`)));
  });
});

/** Files by path, written to a temporary folder. */
type Planted = Readonly<Record<string, string>>;
let planted = '';
function plant(files: Planted): string {
  planted = mkdtempSync(join(tmpdir(), 'imports-'));
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(planted, path)), { recursive: true });
    writeFileSync(join(planted, path), code);
  }
  return planted;
}
afterEach(() => {
  if (planted) rmSync(planted, { recursive: true });
  planted = '';
});

const importing = (path: string): string => `import { x } from '${path}';\nexport const y = x;\n`;
const typesOf = (path: string): string => `import type { x } from '${path}';\nexport type Y = typeof x;\n`;
const X = 'export const x = 1;\n';

/** For each rule, files that break this rule only. */
const BREACHES: readonly (readonly [rule: string, violation: string, files: Planted])[] = [
  ...(
    [
      ['core', 'platform'],
      ['core', 'locales'],
      ['locales', 'components'],
      ['providers', 'platform'],
      ['fx', 'providers'],
      ['sites', 'page'],
      ['page', 'platform'],
      ['components', 'hooks'],
      ['platform', 'jobs'],
      ['jobs', 'platform'],
      ['hooks', 'components'],
      ['entrypoints', 'other'],
    ] as const
  ).map(([from, to]): [string, string, Planted] => [
    `room-${from}`,
    `${from}/a.ts → ${to}/x.ts`,
    { [`${from}/a.ts`]: importing(`../${to}/x.ts`), [`${to}/x.ts`]: X },
  ]),
  ['room-jobs', 'jobs/a.ts → valibot', { 'jobs/a.ts': importing('valibot') }],
  ['room-core', 'core/market/a.ts → fs', { 'core/market/a.ts': importing('node:fs') }],
  [
    'room-core',
    'core/a.tsx → hooks/x.ts',
    { 'core/a.tsx': `export { x } from '../hooks/x.ts';`, 'hooks/x.ts': X },
  ],
  [
    'room-core',
    'core/a.ts → page/x.ts',
    { 'core/a.ts': `export const y = (): unknown => import('../page/x.ts');`, 'page/x.ts': X },
  ],
  // Type imports count too.
  ['room-core', 'core/a.ts → page/x.ts', { 'core/a.ts': typesOf('../page/x.ts'), 'page/x.ts': X }],
  [
    'locales-take-types-only',
    'locales/a.ts → core/x.ts',
    { 'locales/a.ts': importing('../core/x.ts'), 'locales/b.ts': typesOf('../core/x.ts'), 'core/x.ts': X },
  ],
  [
    'providers-share-alone',
    'entrypoints/a.ts → providers/lib/x.ts',
    {
      'entrypoints/a.ts': importing('../providers/lib/x.ts'),
      'providers/b.ts': importing('./lib/x.ts'),
      'providers/lib/x.ts': X,
    },
  ],
  [
    'world-knows-no-extension',
    'world/a.ts → core/x.ts',
    { 'world/a.ts': importing('../core/x.ts'), 'world/start.ts': importing('../core/x.ts'), 'core/x.ts': X },
  ],
  [
    'world-start-knows-data-only',
    'world/start.ts → providers/x.ts',
    { 'world/start.ts': importing('../providers/x.ts'), 'providers/x.ts': X },
  ],
  [
    'nobody-imports-the-workshop',
    'world/a.ts → tests/x.ts',
    {
      'world/a.ts': importing('../tests/x.ts'),
      'world/a.test.ts': importing('../tests/x.ts'),
      'tests/x.ts': X,
    },
  ],
  [
    'nobody-imports-a-test',
    'core/b.test.ts → core/a.test.ts',
    { 'core/a.test.ts': X, 'core/b.test.ts': importing('./a.test.ts') },
  ],
  [
    'no-circles',
    'core/a.ts → core/b.ts',
    {
      'core/a.ts': `import { b } from './b.ts';\nexport const a = (): unknown => b;\n`,
      'core/b.ts': `export { c as b } from './c.ts';\n`,
      'core/c.ts': `import { a } from './a.ts';\nexport const c = (): unknown => a;\n`,
    },
  ],
  ['every-import-resolves', 'core/a.ts → ./x', { 'core/a.ts': importing('./x'), 'core/x.ts': X }],
];

describe('the rules for all rooms', () => {
  test.each(BREACHES)('%s catches %s', async (rule, violation, files) => {
    const violations = violationsIn(await cruised(everywhere, '.', plant(files)));
    expect(violations).toContain(`${rule}: ${violation}`);
    // Unresolved imports, and files outside of all rooms, break other rules too.
    const own = violations.filter((text) => text.startsWith(`${rule}:`));
    expect(rule === 'no-circles' ? own.length > 0 : own.length === 1).toBe(true);
  });

  test('each has an example of a breach', () => {
    const rules = everywhere.forbidden.map(({ name }) => name).sort();
    expect([...new Set(BREACHES.map(([rule]) => rule))].sort()).toEqual(rules);
  });

  test('a cycle of types only is allowed', async () => {
    const files = { 'core/a.ts': `${typesOf('./b.ts')}${X}`, 'core/b.ts': `${typesOf('./a.ts')}${X}` };
    expect(violationsIn(await cruised(everywhere, '.', plant(files)))).toEqual([]);
  });
});

describe('the rules for page scripts', () => {
  const ENTRY = 'entrypoints/overlay/index.ts';
  const through = (path: string): Planted => ({
    [ENTRY]: importing('../../core/way.ts'),
    'core/way.ts': importing(path),
  });

  test.each<[rule: string, violation: string, files: Planted]>([
    ['page-script-rooms', 'core/way.ts → hooks/x.ts', { ...through('../hooks/x.ts'), 'hooks/x.ts': X }],
    ['page-script-rooms', 'core/way.ts → preact', through('preact')],
    [
      'page-script-rooms',
      'core/way.ts → platform/http.ts',
      { ...through('../platform/http.ts'), 'platform/http.ts': X },
    ],
    [
      'page-script-rooms',
      'core/way.ts → components/popup/x.ts',
      { ...through('../components/popup/x.ts'), 'components/popup/x.ts': X },
    ],
    [
      'page-script-carries-no-registry',
      'core/way.ts → core/market/coin-catalog.ts',
      { ...through('./market/coin-catalog.ts'), 'core/market/coin-catalog.ts': X },
    ],
    [
      'page-script-carries-no-schema',
      'core/way.ts → core/x-schema.ts',
      { ...through('./x-schema.ts'), 'core/x-schema.ts': X },
    ],
    ['page-script-carries-no-schema', 'core/way.ts → valibot', through('valibot')],
  ])('%s catches %s', async (rule, violation, files) => {
    expect(violationsIn(await cruised(pageScript, ENTRY, plant(files)))).toContain(`${rule}: ${violation}`);
  });

  test('type imports are not followed', async () => {
    const files = {
      [ENTRY]: typesOf('../../core/x-schema.ts'),
      'core/x-schema.ts': importing('valibot'),
    };
    expect(violationsIn(await cruised(pageScript, ENTRY, plant(files)))).toEqual([]);
  });
});
