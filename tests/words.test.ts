import { describe, expect, test } from 'vitest';
import { filesIn, readRepoFile } from './house.ts';

// Plain modern technical English in documents, on screens, in comments and in identifiers. To hold more code to it, add its
// folder to one of the two lists below.

/** Folders whose comments are checked. */
const COMMENTS_IN = [
  ...[
    'build',
    'components',
    'core',
    'entrypoints',
    'fx',
    'hooks',
    'jobs',
    'locales',
    'page',
    'platform',
    'providers',
  ],
  ...['scripts', 'sites', 'tests', 'world'],
];

/** Folders whose identifiers are checked. */
const IDENTIFIERS_IN = [
  ...['components', 'core', 'entrypoints', 'fx', 'hooks', 'jobs', 'locales', 'page', 'platform', 'providers'],
  ...['build', 'scripts', 'sites', 'tests', 'world'],
];

/** Words that are not allowed, and what to write instead. */
const WORDS: readonly (readonly [word: RegExp, instead: string])[] = [
  [/\btold\b|\btells\b/i, 'returns, says, provides, shows'],
  [/\bstands\b/i, 'is, appears'],
  [/\banew\b/i, 'again'],
  [/\bwhoever\b/i, 'name the reader or the module'],
  [/\b(bears?|bore|borne) (it )?out\b/i, 'confirms, confirmed'],
  [/\bin (its|his|her|their) stead\b|\bin the place of\b/i, 'instead'],
  [/\bha(s|ve) (its|their) way\b/i, 'say what happens'],
  [/\b(makes?|making|made) way\b/i, 'moves away'],
  [/\bis no news\b/i, 'is dropped'],
  [/\bgo(es)? before\b/i, 'overrides, takes precedence'],
  [/\bwish(es|ed)?\b/i, 'requests, userInitiated'],
  [/\bmend(s|ed|ing)?\b/i, 'repairs, fixes'],
];

/** Further words that are not allowed in documents and on screens. */
const DOCUMENT_WORDS: typeof WORDS = [
  ...WORDS,
  [/\btell(ing)?\b/i, 'returns, says, provides, shows; distinguishes'],
  [/\bstand(ing)?\b|\bstood\b/i, 'is, appears'],
  [/\bspoilt\b/i, 'fails, failed'],
  [/\bput right\b/i, 'fixed'],
  [/\bpassed over\b/i, 'skipped, ignored'],
  [/\d %/, 'close up percent signs: 2%'],
];

/** The same for screens and documents in Chinese: one word for each concept. */
const CHINESE: readonly (readonly [word: RegExp, instead: string])[] = [
  [/行情[栏栏欄]/, '行情面板'],
  [/您/, '你'],
  [/[应應]答/, '响应, 回應'],
  [/折叠|摺疊/, '收起, 收合'],
];

/** Words that differ in Taiwan. */
const TAIWAN: readonly (readonly [word: RegExp, instead: string])[] = [
  [/列表/, '清單'],
  [/榜單/, '排行榜'],
  [/暫無/, '尚無'],
  [/恢復預設/, '還原預設值'],
  [/收起/, '收合'],
  [/折算/, '換算'],
  [/按/, '依, 點擊'],
];

/** Private words of earlier versions of this code, for which the field has its own words. */
const IDENTIFIERS = new Set([
  ...['Told', 'told', 'wished', 'Reach', 'Notes', 'Round', 'Climb', 'climbLadder', 'Asking', 'Asked'],
  ...['Standing', 'standing', 'Skin', 'BAR', 'partsOf', 'freedPatterns', 'boundUntil', 'mayGo', 'mayAsk'],
  ...['evicted', 'peg', 'purse', 'hearWitnesses', 'opinions', 'borneOut', 'stillSince', 'tucked', 'Spot'],
  ...['Happenings', 'readerIs', 'verdict', 'resting', 'decoy'],
]);
/** The same for words that are good names elsewhere: not allowed as names of functions, classes or types. */
const DECLARED = new Set([
  ...[
    'alone',
    'earlier',
    'Want',
    'Found',
    'find',
    'lead',
    'Look',
    'chosen',
    'settle',
    'stay',
    'rests',
    'Case',
  ],
  ...['soon', 'after', 'every', 'own', 'whole', 'flag'],
]);

/** Allowed exceptions, with the reason. */
const ALLOWED_IDENTIFIERS: readonly (readonly [path: string, name: string])[] = [
  // Names of fields that were stored as version 1.
  ['core/market/snapshot-schema.ts', 'stillSince'],
  ['core/sources/host-health-schema.ts', 'boundUntil'],
];

/** Documents and screens. Not: texts of law (core/disclaimer), articles to test with (tests/corpus), word lists of the matcher. */
const DOCUMENTS = filesIn('.').filter(
  (path) =>
    path.endsWith('.md') ||
    /^docs\/.*\.json$/.test(path) ||
    /^\.github\/.*\.ya?ml$/.test(path) ||
    isScreen(path),
);
function isScreen(path: string): boolean {
  return /^locales\/[^/]+\.ts$/.test(path) && path !== 'locales/index.ts';
}

const isCode = (path: string): boolean => /\.(tsx?|css)$/.test(path);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
/** Patterns and word lists of the article matcher. */
const isWordList = (path: string): boolean => path.startsWith('core/article/mentions/words/');

/** Prose of a document: without fenced blocks, code in a line, and links. */
const proseOf = (text: string): string =>
  text
    .replace(/```[\s\S]*?```/g, (block) => block.replace(/[^\n]/g, ''))
    .replace(/`[^`\n]*`/g, '')
    .replace(/\]\([^)\s]*\)/g, ']');

// Strings and patterns come first, so that a `//` or a quote inside of them does not start a token.
const TOKEN =
  /(?<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[=(,:[!&|?]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\n\\])+\/\w*)|(?<comment>\/\/.*|\/\*[\s\S]*?\*\/)/g;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
/** Returns the comments of a script or style sheet, each on its line, without quoted code. */
function commentsOf(code: string): string {
  let rest = 0;
  let comments = '';
  for (const { 0: token, index, groups } of code.matchAll(TOKEN)) {
    comments += blank(code.slice(rest, index)) + (groups?.comment ?? blank(token));
    rest = index + token.length;
  }
  return comments.replace(/`[^`\n]*`/g, '');
}
/** Returns code without strings, patterns and comments. */
const codeOf = (code: string): string => code.replace(TOKEN, blank);

const found = (path: string, text: string, words: typeof WORDS): string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      words.flatMap(([word, instead]) =>
        word.test(line) ? [`${path}:${index + 1}: ${word.exec(line)?.[0]} → ${instead}: ${line.trim()}`] : [],
      ),
    );

describe('words', () => {
  test('documents and screens are in plain modern English', () => {
    expect(DOCUMENTS.length).toBeGreaterThan(10);
    expect(DOCUMENTS.flatMap((path) => found(path, proseOf(readRepoFile(path)), DOCUMENT_WORDS))).toEqual([]);
  });

  test('both Chinese versions use one word for one thing', () => {
    const chinese = ['README.zh-CN.md', 'locales/zh-Hans.ts', 'locales/zh-Hant.ts'];
    expect(chinese.flatMap((path) => found(path, readRepoFile(path), CHINESE))).toEqual([]);
    expect(found('locales/zh-Hant.ts', readRepoFile('locales/zh-Hant.ts'), TAIWAN)).toEqual([]);
  });

  test('comments are in plain modern English', () => {
    const files = COMMENTS_IN.flatMap(filesIn).filter((path) => isCode(path) && !isWordList(path));
    expect(files.length).toBeGreaterThan(0);
    expect(files.flatMap((path) => found(path, commentsOf(readRepoFile(path)), WORDS))).toEqual([]);
  });

  test('the checks find violations', () => {
    expect(found('x', 'It tells 2 % of it.', DOCUMENT_WORDS)).toHaveLength(2);
    expect(found('x', proseOf('the key `wished-site` and ```\nanew\n```'), WORDS)).toEqual([]);
    expect(commentsOf("const anew = 'a//b'; // told\n/* stands */ 'x'").replace(/ +/g, ' ').trim()).toBe(
      '// told\n/* stands */',
    );
    expect(codeOf("told('told'); // told\nconst a = /told/;").replace(/ +/g, ' ')).toBe(
      'told( ); \nconst a = ;',
    );
  });
});

describe('identifiers', () => {
  const files = IDENTIFIERS_IN.flatMap(filesIn).filter(
    (path) => /\.tsx?$/.test(path) && !isTest(path) && !isWordList(path),
  );

  test('are those of the field', () => {
    const wrong = files.flatMap((path) => {
      const names = codeOf(readRepoFile(path)).match(/[A-Za-z_$][\w$]*/g) ?? [];
      return [...new Set(names)]
        .filter((name) => IDENTIFIERS.has(name))
        .filter((name) => !ALLOWED_IDENTIFIERS.some(([where, which]) => where === path && which === name))
        .map((name) => `${path}: ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('of functions, classes and types say what they are', () => {
    const declaration =
      /^(?:export )?(?:(?:async )?function|class|interface|type|const (?=\w+(?::[^=]*)? = (?:async )?(?:<[^>]*>)?\()) ?(\w+)/gm;
    const wrong = files.flatMap((path) =>
      [...codeOf(readRepoFile(path)).matchAll(declaration)]
        .map(([, name = '']) => name)
        .filter((name) => DECLARED.has(name))
        .map((name) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
    expect([...'const after = (a) =>'.matchAll(declaration)][0]?.[1]).toBe('after');
  });
});
