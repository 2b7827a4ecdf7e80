import { describe, expect, test } from 'vitest';
import { exists, readRepoFile } from '../../tests/house.ts';
import { newLanguage } from './language.ts';
import { dueDate, fromTemplate, insertBefore, type Repository, ScaffoldError } from './scaffold.ts';
import { newSite } from './site.ts';
import { newSource } from './source.ts';

const REPOSITORY: Repository = { read: readRepoFile, exists, today: '2026-11-28' };

describe('names', () => {
  test.each([
    '',
    'New',
    '1inch',
    'a_b',
    'a.b',
    '-a',
    'a-',
    'a--b',
    '../x',
    'a'.repeat(25),
    'new',
    'constructor-',
  ])('a source cannot be called %j', (name) => {
    expect(() => newSource(name, REPOSITORY)).toThrow(ScaffoldError);
  });

  test.each([
    '',
    'example',
    'https://example.com',
    'www.example.com',
    'Example.com',
    'example.com/news',
    'a b.com',
  ])('a site cannot be called %j', (name) => {
    expect(() => newSite(name, REPOSITORY)).toThrow(ScaffoldError);
  });

  test.each(['', 'xx', 'english', 'pt-BR', 'JA', 'en', 'zh', 'zh-Hans', '..'])(
    'a language cannot be called %j',
    (name) => {
      expect(() => newLanguage(name, REPOSITORY)).toThrow(ScaffoldError);
    },
  );

  test.each(['coindesk.com', 'beincrypto.com'])('%s is a site already', (name) => {
    expect(() => newSite(name, REPOSITORY)).toThrow('is there already');
  });
});

describe('what is written', () => {
  test('a source has its variable, id and label, and comes last in the order', () => {
    const { created, changed } = newSource('my-exchange', REPOSITORY);
    const [provider = '', index = ''] = [created['providers/my-exchange.ts'], changed['providers/index.ts']];
    expect(provider).toContain('export const myExchange: Provider = {');
    expect(provider).toContain("id: 'my-exchange'");
    expect(provider).toContain("label: 'My Exchange'");
    expect(index).toContain("import { myExchange } from './my-exchange.ts';");
    const [list = ''] = /export const PROVIDERS[^;]*;/.exec(index) ?? [];
    const [before = ''] = /export const PROVIDERS[^;]*;/.exec(readRepoFile('providers/index.ts')) ?? [];
    const entries = (text: string): string => text.replace(/\s/g, '').replace(/,?\];$/, '');
    expect(entries(list)).toBe(`${entries(before)},myExchange`);
  });

  test('a second source comes after the first', () => {
    const { changed } = newSource('my-exchange', REPOSITORY);
    const read = (path: string): string => changed[path] ?? readRepoFile(path);
    const again = newSource('other-exchange', { ...REPOSITORY, read }).changed['providers/index.ts'] ?? '';
    expect(again.replace(/\s/g, '')).toMatch(/,myExchange,otherExchange,?\];/);
  });

  test('TODOs have a date after which a test fails', () => {
    const { created } = newSource('my-exchange', REPOSITORY);
    for (const line of Object.values(created).join('\n').split('\n')) {
      if (line.includes('TODO')) expect(line).toContain('TODO [2026-12-28]: ');
    }
    expect(dueDate('2027-02-01')).toBe('2027-03-03');
  });

  test('a site comes after the others', () => {
    const { created, changed } = newSite('example.com', REPOSITORY);
    expect(created).toEqual({});
    const records: { id: string }[] = JSON.parse(changed['sites/sites.json'] ?? '');
    const before: { id: string }[] = JSON.parse(readRepoFile('sites/sites.json'));
    expect(records.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), 'example.com']);
  });

  test('a language has its own name, and an entry wherever English has one', () => {
    const { created, changed } = newLanguage('vi', REPOSITORY);
    expect(created['locales/vi.ts']).toContain("language: 'Tiếng Việt'");
    expect(created['locales/vi.ts']).toContain("locale: 'vi'");
    for (const path of ['locales/index.ts', 'core/disclaimer/general-text.ts']) {
      const entries = (word: string): number =>
        changed[path]?.match(new RegExp(`^  ${word}:`, 'gm'))?.length ?? 0;
      expect(entries('en')).toBeGreaterThan(1);
      expect(entries('vi')).toBe(entries('en'));
    }
    expect(changed['core/i18n/language.ts']).toContain("'zh-Hant', 'vi'] as const");
  });
});

describe('a file that has changed', () => {
  test('makes the scaffold fail', () => {
    expect(() => insertBefore('text', /other/, 'x')).toThrow('update the scaffold');
    const odd: Repository = { ...REPOSITORY, read: () => 'text' };
    expect(() => newSource('my-exchange', odd)).toThrow('update the scaffold');
    expect(() => newLanguage('vi', odd)).toThrow('update the scaffold');
  });

  test('a template without a value fails', () => {
    expect(() => fromTemplate('provider', { id: 'x' })).toThrow('no value for');
  });
});
