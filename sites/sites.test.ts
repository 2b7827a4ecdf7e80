import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE_ADDRESS, looksLikeArticle, matchesOf } from '../core/sites/site.ts';
import { parseSiteRecords, type SiteRecord } from '../scripts/generate/site-records.ts';
import { filesIn, readRepoFile } from '../tests/house.ts';
import { SITES } from './index.ts';

const RECORDS = parseSiteRecords(readFileSync(new URL('sites.json', import.meta.url), 'utf8'));

// What is shipped: `npm test` builds it before. The page-facing script has no table; the browser puts it onto pages that match.
const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'].map((folder) => {
  const manifest: { content_scripts: readonly { matches: readonly string[] }[] } = JSON.parse(
    readRepoFile(`${folder}/manifest.json`),
  );
  const matches = manifest.content_scripts.flatMap((script) => script.matches);
  return { folder, matches, script: readRepoFile(`${folder}/overlay.js`) };
});

/** Whether a match pattern of the form `https://host/*` or `https://*.host/*` fits an address, as browsers define it. */
function isMatch(pattern: string, { protocol, host }: URL): boolean {
  const [, wildcard, name] = /^https:\/\/(\*\.)?([a-z0-9.-]+)\/\*$/.exec(pattern) ?? [];
  if (protocol !== 'https:' || name === undefined) return false;
  return host === name || (wildcard !== undefined && host.endsWith(`.${name}`));
}

const hasPanel = (matches: readonly string[], address: string): boolean =>
  matches.some((pattern) => isMatch(pattern, new URL(address)));

const isArticle = (address: string): boolean => {
  const { pathname, search } = new URL(address);
  return looksLikeArticle(pathname + search);
};

/** The same address on each of the site's hosts, and in an edition where the site has editions. */
function onEveryHost({ hosts }: SiteRecord, address: string): string[] {
  const { pathname, search } = new URL(address);
  return hosts
    .flatMap((host) => (host.startsWith('*.') ? [host.slice(2), host.replace('*', 'es')] : [host]))
    .map((host) => `https://${host}${pathname}${search}`);
}

describe.each(BUILDS)('$folder', ({ folder, matches, script }) => {
  test('decides by the shape of addresses that is tested here', () => {
    expect(script).toContain(ARTICLE_ADDRESS.source);
  });

  test.each(RECORDS.map((record) => [record.id, record] as const))('%s', (_id, record) => {
    for (const address of record.articles.flatMap((article) => [article, ...onEveryHost(record, article)])) {
      expect([address, hasPanel(matches, address), isArticle(address)]).toEqual([address, true, true]);
    }
    for (const address of record.others) {
      expect([address, hasPanel(matches, address), isArticle(address)]).toEqual([address, true, false]);
    }
    for (const host of record.hosts.map((name) => name.replace('*.', ''))) {
      for (const address of [`http://${host}/`, `https://not-${host}/`, `https://${host}.example/`]) {
        expect([address, hasPanel(matches, address)]).toEqual([address, false]);
      }
    }
  });

  test('contains no example', () => {
    const scripts = filesIn(folder).filter((path) => path.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(4);
    const carried = scripts.flatMap((path) => {
      const text = readRepoFile(path);
      return RECORDS.flatMap(({ articles }) => articles).filter((address) => text.includes(address));
    });
    expect(carried).toEqual([]);
  });
});

describe('the table', () => {
  test('has every site once, with what sites.json says', () => {
    expect(SITES).toEqual(RECORDS.map(({ id, languages, hosts }) => ({ id, languages, hosts })));
    expect(new Set(SITES.map(({ id }) => id)).size).toBe(SITES.length);
  });

  test('gives no address to two sites', () => {
    for (const site of SITES) {
      const others = SITES.filter((other) => other !== site).flatMap(matchesOf);
      for (const host of site.hosts)
        expect(hasPanel(others, `https://${host.replace('*.', '')}/`)).toBe(false);
    }
    const hosts = SITES.flatMap((site) => site.hosts);
    expect(new Set(hosts).size).toBe(hosts.length);
  });

  test.each(RECORDS.map((record) => [record.id, record] as const))('%s is well described', (id, record) => {
    const own = record.hosts.map((host) => `https://${host}/*`);
    expect(hasPanel(own, `https://${id}/`)).toBe(true);
    for (const address of [...record.articles, ...record.others]) expect(hasPanel(own, address)).toBe(true);
    expect(Intl.getCanonicalLocales(record.languages)).toEqual(record.languages);
    expect(Date.parse(record.seen)).toBeLessThanOrEqual(Date.now());
  });
});
