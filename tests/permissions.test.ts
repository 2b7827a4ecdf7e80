import { describe, expect, test } from 'vitest';
import { readRepoFile } from './house.ts';

// The documents explain exactly the permissions of the shipped extension. `npm test` builds it first.
interface Manifest {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly optional_host_permissions: readonly string[];
}

const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Returns the text of a second-level section, without its heading. */
function section(path: string, heading: string): string {
  const [, text] = readRepoFile(path).split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`${path} has no section ${heading}`);
  return text.split(/\n## /)[0] ?? '';
}

const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

/** The cells of a section's table, without its two head lines. */
const rowsIn = (text: string): string[][] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split('|').slice(1, -1));

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'].map((folder) => {
  const manifest: Manifest = JSON.parse(readRepoFile(`${folder}/manifest.json`));
  return {
    folder,
    named: [...manifest.permissions, ...manifest.optional_host_permissions].sort(),
    hosts: manifest.host_permissions.map((pattern) => new URL(pattern).host).sort(),
  };
});

describe.each(BUILDS)('permissions of $folder', ({ named, hosts }) => {
  test.each([
    ['README.md', 'What it asks permission for'],
    ['README.zh-CN.md', '需要哪些权限，为什么'],
  ])('%s explains each, and no others', (path, heading) => {
    const rows = rowsIn(section(path, heading));
    expect(rows.flatMap(([what = '']) => codeIn(what)).sort()).toEqual([...named, ...hosts].sort());
    // What has no name of its own: the listed news sites, by content_scripts.
    const nameless = rows.filter(([what = '']) => codeIn(what).length === 0);
    expect(nameless).toEqual([[expect.stringContaining('generated:sites'), expect.anything()]]);
    for (const [, why = ''] of rows) expect(why.trim()).toMatch(/.{6}/);
  });

  test('PRIVACY.md describes the data of each, and of no others', () => {
    const lines = section('PRIVACY.md', 'Permissions').split('\n');
    const explained = lines.flatMap((line) => /^- `([^`]+)`[^:]*: .{6}/.exec(line)?.[1] ?? []);
    expect(explained.sort()).toEqual(named);
  });

  test('PRIVACY.md lists each requested host, and no others', () => {
    const cells = rowsIn(section('PRIVACY.md', 'Requests')).flat();
    const asked = cells.flatMap(codeIn).filter((code) => HOST.test(code));
    expect([...new Set(asked)].sort()).toEqual(hosts);
  });
});
