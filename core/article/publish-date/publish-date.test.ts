import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateHint } from '../article-types.ts';
import { publishedAt } from './index.ts';
import { readDate } from './parse-date.ts';

/** 2025-10-11 12:00 in China. */
const NOW = Date.UTC(2025, 9, 11, 4);
const iso = (at: number | null | undefined): string | null =>
  at == null ? null : new Date(at).toISOString().slice(0, 19);
const read = (value: string, isChinesePage = false): string | null =>
  iso(readDate(value, { isChinesePage, now: NOW })?.at);
const hint = (from: DateHint['from'], name: string, value: string): DateHint => ({ from, name, value });
const published = (dates: readonly DateHint[], lang = 'en'): string | null =>
  iso(publishedAt(dates, lang, NOW));

describe('one date', () => {
  test.each([
    ['2025-10-10T20:22:30+08:00', '2025-10-10T12:22:30'],
    ['2025-10-10T20:22:30.123Z', '2025-10-10T20:22:30'],
    ['2025-10-10T20:22:30+0800', '2025-10-10T12:22:30'],
    ['2025-10-10 20:22 (UTC+8)', '2025-10-10T12:22:00'],
    ['2025-10-10 20:22', '2025-10-10T20:22:00'],
    ['Fri, 10 Oct 2025 20:22:30 +0000', '2025-10-10T20:22:30'],
    ['Fri, 10 Oct 2025 20:22:30 GMT', '2025-10-10T20:22:30'],
    ['Fri Oct 10 2025 20:22:30 GMT+0800 (CST)', '2025-10-10T12:22:30'],
    ['1760127750', '2025-10-10T20:22:30'],
    ['1760127750000', '2025-10-10T20:22:30'],
    ['Oct 10, 2025, 8:22 PM UTC', '2025-10-10T20:22:00'],
    ['Oct. 10, 2025, 8:22 p.m. ET', '2025-10-11T00:22:00'],
    ['Nov 10, 2024 8:22 AM ET', '2024-11-10T13:22:00'],
    ['October 10, 2025 at 8:22 PM EDT', '2025-10-11T00:22:00'],
    ['Oct 10, 2025, 12:05 AM EST', '2025-10-10T05:05:00'],
    ['8:22 PM EDT, Fri October 10, 2025', '2025-10-11T00:22:00'],
    ['10 Oct 2025 20:22', '2025-10-10T20:22:00'],
    ['10/10/2025 20:22', '2025-10-10T20:22:00'],
    ['25/09/2025 20:22', '2025-09-25T20:22:00'],
    ['3 hours ago', '2025-10-11T01:00:00'],
    ['an hour ago', '2025-10-11T03:00:00'],
    ['12 mins ago', '2025-10-11T03:48:00'],
    // Chinese formats use China's time on any page.
    ['2025年10月10日 20:22', '2025-10-10T12:22:00'],
    ['2025年10月10日下午8点22分', '2025-10-10T12:22:00'],
    ['北京时间 2025-10-10 20:22', '2025-10-10T12:22:00'],
    ['10月10日 20:22', '2025-10-10T12:22:00'],
    ['12月31日 20:22', '2024-12-31T12:22:00'],
    ['今天 11:22', '2025-10-11T03:22:00'],
    ['昨天 20:22', '2025-10-10T12:22:00'],
    ['5分钟前', '2025-10-11T03:55:00'],
    ['3 小時前', '2025-10-11T01:00:00'],
  ])('%s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  test('on a Chinese page, times without a zone are China’s, and the year is optional', () => {
    expect(read('2025-10-10 20:22', true)).toBe('2025-10-10T12:22:00');
    expect(read('2025/10/10 20:22:30', true)).toBe('2025-10-10T12:22:30');
    expect(read('10-10 20:22', true)).toBe('2025-10-10T12:22:00');
    expect(read('10-10 20:22')).toBeNull();
    expect(read('2025-10-10 20:22 CST', true)).toBe('2025-10-10T12:22:00');
    expect(read('2025-10-10T20:22:30Z', true)).toBe('2025-10-10T20:22:30');
  });

  test.each([
    '',
    'yesterday',
    '2 days ago',
    '11/10/2025 20:22',
    '2025-02-30 20:22',
    'Oct 10',
    '20:22',
    '2025',
    '12345',
    '99999999999',
  ])('%s is not a date', (value) => {
    expect(read(value)).toBeNull();
  });

  test('a date without a time is a day, and an invalid time is ignored', () => {
    for (const value of ['2025-10-10', 'Oct 10, 2025', '2025-10-10 25:61'])
      expect(readDate(value, { isChinesePage: false, now: NOW })?.precision).toBe('day');
  });

  test('formatted dates parse back, in every zone', () => {
    const moment = fc.integer({ min: Date.UTC(2009, 1, 1) / 1000, max: NOW / 1000 });
    fc.assert(
      fc.property(moment, fc.integer({ min: -12, max: 14 }), (seconds, zone) => {
        const local = new Date((seconds + zone * 3600) * 1000).toISOString().slice(0, 19);
        const offset = `${zone < 0 ? '-' : '+'}${String(Math.abs(zone)).padStart(2, '0')}:00`;
        expect(read(local + offset)).toBe(iso(seconds * 1000));
      }),
    );
  });

  test('no text makes the parser throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.boolean(), (value, isChinesePage) => {
        const at = readDate(value, { isChinesePage, now: NOW })?.at ?? 0;
        expect(Number.isFinite(at)).toBe(true);
      }),
    );
  });
});

describe('which date is trusted', () => {
  const JSON_LD = hint('json-ld', 'datePublished', '2025-10-10T10:00:00Z');
  const META = hint('meta', 'article:published_time', '2025-10-10T11:00:00Z');
  const TIME = hint('time', 'datetime', '2025-10-10T12:00:00Z');
  const TEXT = hint('text', '', 'Oct 10, 2025, 1:00 PM UTC');

  test('JSON-LD, then meta, then <time>, then text, in any order on the page', () => {
    const all = [TEXT, TIME, META, JSON_LD];
    expect(published(all)).toBe('2025-10-10T10:00:00');
    expect(published(all.slice(0, 3))).toBe('2025-10-10T11:00:00');
    expect(published(all.slice(0, 2))).toBe('2025-10-10T12:00:00');
    expect(published(all.slice(0, 1))).toBe('2025-10-10T13:00:00');
    expect(published([])).toBeNull();
  });

  test.each([
    ...[
      'article:published_time',
      'og:published_time',
      'pubdate',
      'publishdate',
      'publish-date',
      'parsely-pub-date',
    ],
    ...[
      'sailthru.date',
      'dc.date.issued',
      'DC.date',
      'date',
      'datePublished',
      'publication_date',
      'weibo: article:create_at',
    ],
  ])('a meta tag named %s counts', (name) => {
    expect(published([hint('meta', name, '2025-10-10T11:00:00Z')])).toBe('2025-10-10T11:00:00');
  });

  test.each([
    'dateModified',
    'article:modified_time',
    'og:updated_time',
    'lastmod',
    'dcterms.modified',
    'expires',
    'description',
  ])('a meta tag named %s does not count', (name) => {
    for (const from of ['json-ld', 'meta'] as const)
      expect(published([hint(from, name, '2025-10-10T11:00:00Z')])).toBeNull();
  });

  test('text about a modification is not a publication date', () => {
    expect(published([hint('text', '', '更新时间：2025-10-10 20:22')], 'zh')).toBeNull();
    expect(published([hint('text', '', 'Updated Oct 11, 2025, 1:00 AM UTC')])).toBeNull();
    expect(
      published([hint('text', '', 'Updated Oct 11, 2025, 1:00 AM UTC Published Oct 10, 2025, 9:00 PM UTC')]),
    ).toBe('2025-10-10T21:00:00');
  });

  test('a day alone is not a result, and does not hide one', () => {
    const day = hint('json-ld', 'datePublished', '2025-10-10');
    expect(published([day])).toBeNull();
    expect(published([day, TEXT])).toBe('2025-10-10T13:00:00');
  });

  test('dates more than ten minutes ahead or before 2009 are ignored', () => {
    expect(published([hint('meta', 'date', '2025-10-11T04:09:00Z')])).toBe('2025-10-11T04:09:00');
    expect(published([hint('meta', 'date', '2025-10-11T04:11:00Z'), TEXT])).toBe('2025-10-10T13:00:00');
    expect(published([hint('json-ld', 'datePublished', '1970-01-01T00:00:01Z')])).toBeNull();
  });

  test('a contradiction of more than 26 hours is resolved by the text, if it agrees with one side', () => {
    const old = hint('json-ld', 'datePublished', '2023-01-01T10:00:00Z');
    expect(published([old, META])).toBe('2023-01-01T10:00:00');
    expect(published([old, META, TEXT])).toBe('2025-10-10T11:00:00');
    expect(published([old, META, hint('text', '', 'Oct 10, 2025')])).toBe('2025-10-10T11:00:00');
    expect(published([old, META, hint('text', '', 'Jan 1, 2023')])).toBe('2023-01-01T10:00:00');
    // The text does not support itself: it may be a clock.
    expect(published([old, TEXT])).toBe('2023-01-01T10:00:00');
  });

  test('exactly midnight yields to a time on that day, and is used if there is none', () => {
    const midnight = hint('json-ld', 'datePublished', '2025-10-10T00:00:00Z');
    expect(published([midnight, META])).toBe('2025-10-10T11:00:00');
    expect(published([midnight])).toBe('2025-10-10T00:00:00');
    expect(published([midnight, hint('meta', 'date', '2025-10-08T11:00:00Z')])).toBe('2025-10-10T00:00:00');
  });

  test('the page’s language applies to all its dates without a zone', () => {
    const bare = [hint('meta', 'pubdate', '2025-10-10 20:22:30')];
    expect(published(bare, 'zh-CN')).toBe('2025-10-10T12:22:30');
    expect(published(bare, 'zh-TW')).toBe('2025-10-10T12:22:30');
    expect(published(bare, 'en-US')).toBe('2025-10-10T20:22:30');
  });

  test('within a kind, published comes before created', () => {
    const created = hint('json-ld', 'dateCreated', '2025-10-09T10:00:00Z');
    expect(published([created, JSON_LD])).toBe('2025-10-10T10:00:00');
  });
});
