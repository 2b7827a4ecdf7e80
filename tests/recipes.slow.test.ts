import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertBefore } from '../scripts/new/scaffold.ts';
import { copyRepository, type RepositoryCopy } from './copy.ts';
import { exists, readRepoFile } from './house.ts';

// Follows the recipes of CONTRIBUTING.md in copies of the repository: they are short and complete, and they work.

interface Recipe {
  readonly heading: string;
  /** Maximum number of files that are changed by hand. */
  readonly most: number;
  /** An existing example, whose files the recipe must match. */
  readonly example: string;
}

const RECIPES = {
  source: { heading: 'Add a price source', most: 6, example: 'coinlore' },
  site: { heading: 'Add a news site', most: 1, example: '' },
  setting: { heading: 'Add a setting', most: 7, example: '' },
  language: { heading: 'Add a language', most: 6, example: 'zh-Hant' },
} as const satisfies Readonly<Record<string, Recipe>>;

/** Files that `npm run generate` writes. */
const GENERATED = ['PRIVACY.md', 'README.md', 'README.zh-CN.md', 'sites/index.ts'];

function filesOf(heading: string): string[] {
  const [, text = ''] = readRepoFile('CONTRIBUTING.md').split(`\n### ${heading}\n`);
  const [section = ''] = text.split(/\n##+ /);
  return [...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path);
}

describe.each(Object.values(RECIPES))('$heading', ({ heading, most, example }) => {
  const files = filesOf(heading);

  test(`touches at most ${most} files`, () => {
    expect(files.length).toBeGreaterThan(0);
    expect(new Set(files).size).toBe(files.length);
    expect(files.length).toBeLessThanOrEqual(most);
  });

  test('names files that exist', () => {
    // The sources of today have the test of their host's format in one file together.
    const isShared = (path: string): boolean => path === 'world/hosts/NAME.test.ts';
    const missing = files
      .filter((path) => !isShared(path))
      .map((path) => path.replace('NAME', example))
      .filter((path) => !exists(path));
    expect(missing).toEqual([]);
  });
});

/** What a recipe touches by hand, with the name filled in. */
const byHand = ({ heading }: Recipe, name: string): string[] =>
  filesOf(heading)
    .map((path) => path.replace('NAME', name))
    .sort();

/** What the recipe says, for a switch called `compact`. */
const SETTING: readonly (readonly [path: string, before: RegExp, piece: string])[] = [
  [
    'core/settings/page-settings.ts',
    / {2}siteMode: \{/,
    '  compact: { fallback: false, schema: v.boolean() },\n',
  ],
  ...['en', 'zh-Hans', 'zh-Hant'].map(
    (language) =>
      [`locales/${language}.ts`, /(?<=\n {4}fields: \{\n)/, "      compact: 'Compact',\n"] as const,
  ),
  [
    'components/options/display-section.tsx',
    / {4}<\/Section>/,
    '<Switch id="compact" label={words.fields.compact} on={settings.compact} onSwitch={(compact) => onSave({ compact })} />\n',
  ],
  ['components/options/display-section.tsx', /(?<=import \{ Select) \} from '.\/field.tsx'/, ', Switch'],
  [
    'components/popup/popup-page.tsx',
    /(?<=data-colours=\{look.colors\})>/,
    ' data-compact={settings.compact}',
  ],
  [
    'components/overlay/panel.ts',
    / {4}applyAppearance\(skinned, props\);/,
    '    skinned.dataset.compact = String(props.settings.compact);\n',
  ],
];

describe('followed in a copy, a recipe', () => {
  let copy: RepositoryCopy;
  beforeAll(() => {
    copy = copyRepository();
  });
  afterAll(() => copy.remove());

  const touched = (): string[] => copy.changed().filter((path) => !GENERATED.includes(path));
  const node = (script: string, ...args: string[]): Promise<string> => copy.run('node', script, ...args);
  const scaffold = (...args: string[]): Promise<string> => node('scripts/new.ts', ...args);

  test('of a price source touches its files and no others', async () => {
    await scaffold('source', 'my-exchange');
    expect(touched()).toEqual(byHand(RECIPES.source, 'my-exchange'));
    expect(copy.read('README.md')).toContain('`api.my-exchange.example`');
  }, 60_000);

  test('of a news site as well', async () => {
    await scaffold('site', 'my-news.example');
    expect(touched()).toEqual(byHand(RECIPES.site, ''));
    expect(copy.read('sites/index.ts')).toContain("id: 'my-news.example'");
  }, 60_000);

  test('of a setting as well', () => {
    for (const [path, before, piece] of SETTING)
      copy.write(path, insertBefore(copy.read(path), before, piece));
    expect(touched()).toEqual(byHand(RECIPES.setting, ''));
  });

  test('of a language as well', async () => {
    await scaffold('language', 'vi');
    expect(touched()).toEqual(byHand(RECIPES.language, 'vi'));
    expect(copy.read('README.md')).toContain('Traditional Chinese or Vietnamese');
  }, 60_000);

  test('overwrites nothing, and rejects invalid names', async () => {
    await expect(scaffold('source', 'okx')).rejects.toThrow('not overwritten: providers/okx.ts');
    await expect(scaffold('language', 'xx')).rejects.toThrow('is no language');
    await expect(scaffold('site', 'example')).rejects.toThrow('is no main domain');
    await expect(scaffold('setting', 'x')).rejects.toThrow('Usage: npm run new');
    await expect(scaffold('site')).rejects.toThrow('Usage: npm run new');
    expect(copy.changed()).toEqual([]);
  }, 60_000);

  test('gives code that compiles', async () => {
    await node('node_modules/wxt/bin/wxt.mjs', 'prepare');
    await node('node_modules/typescript/bin/tsc', '-p', 'core');
    await node('node_modules/typescript/bin/tsc', '--noEmit');
  }, 120_000);

  test('gives formatted and linted code, and up-to-date generated files', async () => {
    const written = [
      'providers',
      'world/hosts',
      'tests/conformance',
      'locales',
      'sites',
      'core/i18n',
      'core/disclaimer',
    ];
    await node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...written);
    await node('scripts/generate.ts', '--check');
  }, 120_000);

  test('gives code that passes the tests of its kind', async () => {
    const unit = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'] as const;
    const own = ['world/hosts/my-exchange', 'core/i18n', 'core/disclaimer'];
    await node(...unit, ...own, 'core/settings', 'tests/history', 'tests/architecture.test.ts');
    // Runs the tests for all sources with the new one only.
    await node(...unit, 'providers/index.test.ts', '-t', 'my-exchange');
  }, 300_000);
});
