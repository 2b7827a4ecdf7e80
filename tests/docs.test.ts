import { describe, expect, test } from 'vitest';
import { exists, filesIn, readRepoFile } from './house.ts';

const linesOf = (path: string): string[] => readRepoFile(path).split('\n');
const codeIn = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe('ARCHITECTURE.md', () => {
  const text = readRepoFile('ARCHITECTURE.md');

  test('begins with a diagram that fits the first screen', () => {
    const lines = linesOf('ARCHITECTURE.md');
    expect(lines.slice(0, 3)).toEqual(['# Architecture', '', '```']);
    const end = lines.indexOf('```', 3);
    expect(end).toBeGreaterThan(10);
    expect(end).toBeLessThan(40);
    for (const line of lines.slice(0, end)) expect(line.length).toBeLessThanOrEqual(110);
  });

  test('mentions only existing files', () => {
    const paths = codeIn(text).filter((code) => /^[\w.-]+(\/[\w.-]+)+\/?$/.test(code) && !/[*<]/.test(code));
    expect(paths.length).toBeGreaterThan(20);
    const folders = ['entrypoints', 'components'];
    const missing = paths.filter((path) => ![path, ...folders.map((room) => `${room}/${path}`)].some(exists));
    expect(missing).toEqual([]);
  });

  test('mentions only existing functions and fields', () => {
    const shipped = filesIn('.').filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^tests\//.test(path));
    const code = shipped.map(readRepoFile).join('\n');
    const names = codeIn(text)
      .map((name) => name.replace(/\(.*\)$/, ''))
      .filter((name) => /^[a-z]+[A-Z]\w*$/.test(name));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

describe('decisions', () => {
  const pages = filesIn('docs/decisions').filter((path) => !path.endsWith('README.md'));
  const index = readRepoFile('docs/decisions/README.md');

  test.each(pages)('%s has its sections, a date and a line in the index', (path) => {
    const [, number = '', file = ''] = /((\d{4})-[a-z0-9-]+\.md)$/.exec(path) ?? [];
    const lines = linesOf(path);
    expect(number).toMatch(/^\d{4}-/);
    expect(lines[0]).toMatch(new RegExp(`^# ${Number(file)}\\. \\S`));
    const [, date = '', status = ''] = /^Date: (\d{4}-\d\d-\d\d) · Status: (.+)$/.exec(lines[2] ?? '') ?? [];
    expect(new Date(date).toISOString().slice(0, 10)).toBe(date);
    expect(status).toMatch(/^(accepted|replaced by \[)/);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Context',
      '## Decision',
      '## Consequences',
    ]);
    // At most one page.
    expect(lines.length).toBeLessThan(60);
    const title = lines[0]?.replace(/^# \d+\. /, '');
    expect(index).toContain(`| [${file}](${number}) | ${title} | ${date} |`);
  });

  test('are numbered without gaps', () => {
    const numbers = pages.map((path) => Number(/(\d{4})-/.exec(path)?.[1])).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_number, place) => place + 1));
    expect(index.match(/^\| \[\d{4}\]/gm)).toHaveLength(pages.length);
  });
});

describe('README', () => {
  test.each(['README.md', 'README.zh-CN.md'])('%s: a picture, then the two commands', (path) => {
    const blocks = [...readRepoFile(path).matchAll(/^```\w*\n([\s\S]*?)\n```$/gm)].map(([, code]) => code);
    expect(blocks.slice(0, 2)).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    const text = readRepoFile(path);
    expect(text.indexOf('![')).toBeGreaterThan(0);
    expect(text.indexOf('![')).toBeLessThan(text.indexOf('```'));
  });

  test('both have the same sections, list items, table rows, pictures and code', () => {
    const shapeOf = (path: string): string[] =>
      linesOf(path).flatMap((line) => /^(#+ |- |\|(?=-)|\| |!\[.*\]\(.*\)|```|> )/.exec(line)?.[0] ?? []);
    const withoutText = (parts: string[]): string[] => parts.map((part) => part.replace(/\[.*\]/, ''));
    expect(withoutText(shapeOf('README.zh-CN.md'))).toEqual(withoutText(shapeOf('README.md')));
  });
});
