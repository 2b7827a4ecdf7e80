import { describe, expect, test } from 'vitest';
import { parseSiteRecords, type SiteRecord, sitesModule } from './site-records.ts';

const RECORD: SiteRecord = {
  id: 'a.example',
  languages: ['en', 'zh-Hans'],
  hosts: ['a.example', '*.b.example'],
  articles: ['https://a.example/2025/10/10/bitcoin-holds-steady'],
  others: ['https://a.example/'],
  evidence: 'observed',
  seen: '2026-11-23',
};
const parse = (change: object): SiteRecord[] => parseSiteRecords(JSON.stringify([{ ...RECORD, ...change }]));

describe('records of sites', () => {
  test('a complete record parses to itself', () => {
    expect(parse({})).toEqual([RECORD]);
  });

  test.each([
    [{ id: "a'b.example" }, '0.id'],
    [{ languages: [] }, '0.languages'],
    [{ languages: ["en'"] }, '0.languages.0'],
    [{ hosts: ['https://a.example'] }, '0.hosts.0'],
    [{ hosts: ['a.*'] }, '0.hosts.0'],
    [{ articles: [] }, '0.articles'],
    [{ articles: ['http://a.example/1'] }, '0.articles.0'],
    [{ articles: ['https://a.example/比特币'] }, '0.articles.0'],
    [{ others: ['https://a.example'] }, '0.others.0'],
    [{ evidence: 'sure' }, '0.evidence'],
    [{ seen: 'yesterday' }, '0.seen'],
    [{ article: 'x' }, '0.article'],
  ])('%j is rejected with the name of its field', (change, field) => {
    expect(() => parse(change)).toThrow(`${field}: `);
  });

  test('a line of the table contains only what the extension uses', () => {
    const lines = sitesModule([RECORD]).split('\n');
    expect(lines).toContain(
      "  { id: 'a.example', languages: ['en', 'zh-Hans'], hosts: ['a.example', '*.b.example'] },",
    );
    expect(lines.join()).not.toContain('2025/10/10');
  });
});
