import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../core/i18n/language.ts';
import { FAILURE_KINDS } from '../core/sources/result.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { APP, COMMON, CONTROL, DATA, MANIFEST, OVERLAY } from '../locales/index.ts';
import { PROVIDERS } from '../providers/index.ts';
import { exists, filesIn, linesWith, ROOMS, readRepoFile, SHIPPED, scriptsIn } from './house.ts';

const roomOf = (path: string): string => path.split('/')[0] ?? '';

// Import rules: .dependency-cruiser.ts, checked by tests/imports.test.ts.

test('there is no utils and no helpers', () => {
  expect(ROOMS.flatMap(filesIn).filter((path) => /(^|\/)(utils?|helpers?)(\/|\.)/.test(path))).toEqual([]);
});

describe('access to the platform', () => {
  const outside = SHIPPED.filter((path) => roomOf(path) !== 'platform');

  /** Platform APIs, and the lines outside of platform/ that may use them, with the reason. */
  const WORDS: readonly (readonly [what: string, word: RegExp, exceptions: readonly RegExp[]])[] = [
    [
      'the browser',
      /\b(browser|chrome)\.[a-z]/i,
      // Listeners of the background must be registered synchronously, so they are all in one file.
      [/^entrypoints\/background\/index\.ts: browser\.runtime\.(onInstalled|onStartup)\.addListener/],
    ],
    ['the network', /\bfetch\(|XMLHttpRequest|\bWebSocket\b|EventSource|sendBeacon|\bnew Image\(/, []],
    ['timers', /\b(setTimeout|setInterval|requestAnimationFrame)\(/, []],
    ['the clock', /\bDate\.now\b|\bnew Date\(\)|\bperformance\.(now|timeOrigin)/, []],
    [
      'chance',
      /Math\.random|\bcrypto\.(get|random|subtle)/,
      // Passed to the refresh job as a dependency.
      [/^entrypoints\/background\/prices\.ts: random: Math\.random,$/],
    ],
    ['the navigator', /\bnavigator\b/, []],
    ['storage of the page', /localStorage|sessionStorage|indexedDB|document\.cookie|\bcaches\./, []],
    ['other windows', /postMessage|window\.open|window\.parent|BroadcastChannel|\.opener\b/, []],
    ['the console', /\bconsole\./, []],
  ];

  test.each(WORDS)('only platform/ uses %s', (_what, word, exceptions) => {
    const lines = linesWith(outside, word);
    expect(lines.filter((line) => !exceptions.some((exception) => exception.test(line)))).toEqual([]);
    // Unused exceptions must be removed.
    for (const exception of exceptions) expect(lines.some((line) => exception.test(line))).toBe(true);
  });

  test('core is pure: no document, no network, no clock, no randomness, no state', () => {
    const outer =
      // Not in the path of an import.
      /(?<!\.\/|-)\b(document|window|self|globalThis|location|history|navigator|fetch|setTimeout|setInterval|process|require|alert)\b\s*[.(]|Date\.now|new Date\(\)|Math\.random|\bperformance\./;
    expect(linesWith(scriptsIn('core'), outer)).toEqual([]);
    expect(linesWith(scriptsIn('core'), /^(export )?(let|var)\b/)).toEqual([]);
    const config = JSON.parse(readRepoFile('core/tsconfig.json'));
    expect(config.compilerOptions).toMatchObject({ lib: ['ES2023'], types: [], strict: true });
  });

  test.each(['providers', 'fx', 'sites', 'jobs', 'locales'])('%s does not access pages', (room) => {
    expect(linesWith(scriptsIn(room), /\b(document|window|location|globalThis)\b\s*[.[]/)).toEqual([]);
  });

  test('no money through floating point: no toFixed, no parseFloat', () => {
    expect(linesWith(SHIPPED, /\.toFixed\(|\.toPrecision\(|\bparseFloat\(/)).toEqual([]);
  });

  test('text is never parsed as markup or code', () => {
    const pattern =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTMLUnsafe|srcdoc|\beval\(|new Function\b|javascript:/;
    expect(linesWith(SHIPPED, pattern)).toEqual([]);
    expect(
      linesWith(
        ROOMS.flatMap(filesIn).filter((path) => path.endsWith('.html')),
        /\son\w+=|<script(?![^>]*\bsrc=)/,
      ),
    ).toEqual([]);
  });

  test('the compiler is not silenced', () => {
    const silencing =
      /@ts-(ignore|expect-error|nocheck)|biome-ignore(?! lint\/[\w/]+: \w)|eslint-disable|\bas any\b|: any\b|<any>/;
    const wrong = SHIPPED.filter((path) => silencing.test(readRepoFile(path)));
    expect(wrong).toEqual([]);
  });

  test('exports have names', () => {
    // WXT requires the default export of an entrypoint.
    const defaults = SHIPPED.filter((path) => /export default/.test(readRepoFile(path)));
    expect(defaults).toEqual(['entrypoints/background/index.ts', 'entrypoints/overlay/index.ts']);
  });
});

describe('registries contain exactly the files', () => {
  const idsIn = (room: string): string[] =>
    scriptsIn(room)
      .filter((path) => path !== `${room}/index.ts`)
      // Shared by sources.
      .filter((path) => !path.startsWith(`${room}/lib/`))
      // Exists only with a URL from the settings.
      .filter((path) => path !== 'providers/feed.ts')
      .map((path) => basename(path, '.ts'))
      .sort();
  const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id).sort();

  test.each([
    ['providers', PROVIDERS],
    ['fx', FX_SOURCES],
  ] as const)('%s: file name = id = entry', (room, entries) => {
    expect(idsOf(entries)).toEqual(idsIn(room));
    expect(new Set(idsOf(entries)).size).toBe(entries.length);
  });

  test('sources have unique labels and hosts', () => {
    for (const sources of [PROVIDERS, FX_SOURCES]) {
      const origins = sources.flatMap((source) => source.origins);
      expect(new Set(origins).size).toBe(origins.length);
      for (const origin of origins) expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+(\/[\w@.-]+)*$/);
    }
    for (const origin of PROVIDERS.flatMap((source) => source.origins))
      expect(new URL(origin).origin).toBe(origin);
    // One host provides both prices and rates.
    const hosts = [PROVIDERS, FX_SOURCES].map((sources) => sources.flatMap((source) => source.origins));
    expect(hosts[0]?.filter((origin) => hosts[1]?.includes(origin))).toEqual(['https://api.coingecko.com']);
    const labels = [...PROVIDERS, ...FX_SOURCES].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('sources that require attribution have it', () => {
    const named = [...PROVIDERS, ...FX_SOURCES].flatMap(({ id, attribution }) => (attribution ? [id] : []));
    expect(named).toEqual(expect.arrayContaining(['coingecko', 'er-api']));
    for (const { attribution } of [...PROVIDERS, ...FX_SOURCES]) {
      if (attribution) expect(new URL(attribution.url).protocol).toBe('https:');
    }
  });
});

describe('words', () => {
  /** Keys and types of everything in a catalog, without the texts. */
  const shapeOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([key, inner]) => [key, shapeOf(inner)]),
        )
      : typeof value === 'function'
        ? `function of ${value.length}`
        : typeof value;
  const textsOf = (value: unknown): string[] =>
    typeof value === 'string'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(textsOf)
        : [];

  describe.each([
    ['common', COMMON],
    ['overlay', OVERLAY],
    ['app', APP],
    ['data', DATA],
    ['control', CONTROL],
    ['manifest', MANIFEST],
  ] as const)('%s', (_name, catalogue) => {
    test('exists in each language', () => {
      expect(Object.keys(catalogue).sort()).toEqual([...LANGUAGES].sort());
    });

    test.each(LANGUAGES)('has the same keys in %s', (language) => {
      expect(shapeOf(catalogue[language])).toEqual(shapeOf(catalogue.en));
      for (const text of textsOf(catalogue[language])) expect(text.trim()).not.toBe('');
    });

    test('Chinese texts are Chinese, each in its own script', () => {
      const [hans, hant] = [textsOf(catalogue['zh-Hans']).join(''), textsOf(catalogue['zh-Hant']).join('')];
      expect(hans).not.toMatch(/[個這會來時說國發點過開價幣鏈與設選擇資訊]/);
      expect(hant).not.toMatch(/[个这会来时说国发点过开价币链与设选择资讯]/);
    });

    test('placeholders are the same in all languages', () => {
      const holes = (language: (typeof LANGUAGES)[number]): string[] =>
        textsOf(catalogue[language])
          .flatMap((text) => text.match(/\{\w+\}/g) ?? [])
          .sort();
      for (const language of LANGUAGES) expect(holes(language)).toEqual(holes('en'));
    });
  });

  test('every failure has a text', () => {
    for (const language of LANGUAGES)
      expect(Object.keys(APP[language].failures).sort()).toEqual([...FAILURE_KINDS].sort());
  });

  test('manifest texts are used, and fit the limits of the stores', () => {
    const manifest = readRepoFile('wxt.config.ts')
      .match(/__MSG_\w+(?=__)/g)
      ?.map((word) => word.slice(6));
    const titles = filesIn('platform')
      .filter((path) => !path.endsWith('.test.ts'))
      .flatMap((path) => readRepoFile(path).match(/(?<=getMessage\(')\w+|(?<=: ')menu\w+/g) ?? []);
    const used = [...new Set([...(manifest ?? []), ...titles])].sort();
    for (const { messages } of Object.values(MANIFEST)) {
      expect(Object.keys(messages).sort()).toEqual(used);
      expect(messages.name.length).toBeLessThanOrEqual(75);
      expect(messages.description.length).toBeLessThanOrEqual(132);
    }
    const codes = Object.values(MANIFEST).map(({ locale }) => locale);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]{2,3}(_[A-Z]{2}|_419)?$/);
  });

  test('no text invites to trade', () => {
    const all = [COMMON, OVERLAY, APP, DATA, CONTROL, MANIFEST]
      .flatMap((catalogue) => textsOf(catalogue))
      .join('\n');
    expect(all).not.toMatch(/hot buy|buy now|trade now|sign up|立即交易|马上买|馬上買|邀请码|邀請碼/i);
  });
});

/** All text files written by us. */
const OURS = filesIn('.').filter(
  (path) => /\.(tsx?|css|html|md|json|ya?ml)$/.test(path) && path !== 'package-lock.json',
);

describe('house rules', () => {
  test('core is in rooms, none of them a heap', () => {
    const folders = scriptsIn('core').map((path) => dirname(path));
    expect(folders.filter((folder) => folder === 'core')).toEqual([]);
    const filesOf = (folder: string): number => folders.filter((other) => other === folder).length;
    expect([...new Set(folders)].filter((folder) => filesOf(folder) > 15)).toEqual([]);
  });

  test('a TODO has a date, and it has not passed', () => {
    // Not this file, which is the rule.
    const notes = OURS.filter(
      (path) => /\.(tsx?|css|html)$/.test(path) && path !== 'tests/architecture.test.ts',
    ).flatMap((path) =>
      readRepoFile(path)
        .split('\n')
        .filter((line) => /\b(TODO|FIXME)\b/.test(line))
        .map((line) => ({ path, line })),
    );
    const today = new Date().toISOString().slice(0, 10);
    const bad = notes.filter(({ line }) => {
      const date = /TODO \[(\d{4}-\d\d-\d\d)\]/.exec(line)?.[1];
      return date === undefined || date < today;
    });
    expect(bad).toEqual([]);
  });

  test('no test is skipped', () => {
    const left =
      /\b(test|it|describe)(\.\w+)*\.(only|skip|todo|fails|skipIf|runIf)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/;
    const tests = filesIn('.').filter(
      (path) => /\.test\.tsx?$/.test(path) && path !== 'tests/architecture.test.ts',
    );
    expect(tests.length).toBeGreaterThan(30);
    expect(linesWith(tests, left)).toEqual([]);
  });

  test('there is no key, token or private address', () => {
    const secret =
      /-----BEGIN [A-Z ]*PRIVATE KEY|\b(AKIA|ghp_|xox[bp]-|sk-)[A-Za-z0-9]{16,}|x-cg-(demo|pro)-api-key: *\w/;
    expect(
      OURS.filter((path) => secret.test(readRepoFile(path)) && path !== 'tests/architecture.test.ts'),
    ).toEqual([]);
  });
});

describe('documents', () => {
  const SOURCES = [...PROVIDERS, ...FX_SOURCES];

  test.each(['README.md', 'README.zh-CN.md'])('%s credits every source that requires it', (path) => {
    const text = readRepoFile(path);
    for (const { label, attribution } of SOURCES) {
      expect(text).toContain(label);
      if (attribution) expect(text).toContain(attribution.url);
    }
  });

  test('ARCHITECTURE.md names every room', () => {
    const text = readRepoFile('ARCHITECTURE.md');
    for (const room of [...ROOMS, 'world', 'tests']) expect(text).toContain(`\`${room}/\``);
  });

  test('every file that an extension page refers to exists', () => {
    const pages = OURS.filter((path) => path.endsWith('.md') && !path.startsWith('.'));
    const dead = pages.flatMap((path) =>
      [...readRepoFile(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, link = '']) => new URL(link, `file:///${path}`).pathname.slice(1))
        .filter((target) => !exists(decodeURIComponent(target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
