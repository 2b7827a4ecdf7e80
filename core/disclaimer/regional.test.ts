import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../i18n/language.ts';
import { regionFor } from './detect-region.ts';
import { REGIONS } from './region.ts';
import { pageDisclaimers, REGIONAL, regionalText } from './regional.ts';
import { shownDisclaimers } from './resolve.ts';

describe('the region', () => {
  test.each([
    ['zh-CN', 'cn'],
    ['zh-Hans-CN', 'cn'],
    ['zh-HK', 'hk'],
    ['zh-Hant-HK', 'hk'],
    ['zh-TW', 'generic'],
    ['zh', 'generic'],
    ['zh-SG', 'sg'],
    ['en-SG', 'sg'],
    ['ja', 'jp'],
    ['ja-JP', 'jp'],
    ['en-GB', 'uk'],
    ['en-IE', 'eu'],
    ['de', 'eu'],
    ['de-CH', 'generic'],
    ['fr-FR', 'eu'],
    ['fr-CA', 'generic'],
    ['es-MX', 'generic'],
    ['pt-BR', 'generic'],
    // An English browser does not reveal where its user lives.
    ['en-US', 'generic'],
    ['en', 'generic'],
    ['ko-KR', 'generic'],
    ['', 'generic'],
  ])('a browser in %s: %s', (tag, region) => {
    expect(regionFor('auto', tag)).toBe(region);
  });

  test.each(REGIONS)('%s, when the user chose it', (region) => {
    expect(regionFor(region, 'zh-CN')).toBe(region);
  });
});

test.each(LANGUAGES)('in %s, the general text comes first, then the regional text', (language) => {
  expect(shownDisclaimers('generic', language).map(({ id }) => id)).toEqual([`generic-${language}`]);
  for (const region of REGIONS.filter((each) => each !== 'generic')) {
    const [general, regional, ...more] = shownDisclaimers(region, language);
    expect([general?.id, regional?.region, more]).toEqual([`generic-${language}`, region, []]);
  }
});

describe('the regional texts', () => {
  test('every region except the generic one has a text; ids are unique', () => {
    expect(new Set(REGIONAL.map(({ region }) => region))).toEqual(
      new Set(REGIONS.filter((region) => region !== 'generic')),
    );
    expect(new Set(REGIONAL.map(({ id }) => id)).size).toBe(REGIONAL.length);
  });

  test.each(REGIONAL.map((text) => [text.id, text] as const))('%s states its source', (id, text) => {
    expect(id).toBe(`${text.region}-${text.lang}`);
    expect(text.verifiedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    for (const words of [text.short, text.rest, text.basis, text.source]) expect(words.trim()).not.toBe('');
    // An unconfirmed wording must not be presented as an authority's.
    if (text.evidence === 'unconfirmed') expect(text.status).toBe('unverified');
  });

  test('contain no text that we may not publish as ours', () => {
    const all = REGIONAL.map(({ short, rest }) => short + rest).join('\n');
    expect(all).not.toMatch(/marketing communication|offeror|PS-N08|approved by|Take 2 min/i);
    // The clause on losses was not verified in the 2026 notice.
    expect(all).not.toContain('自行承担');
    expect(JSON.stringify(REGIONAL.filter(({ region }) => region === 'cn'))).toContain('银发〔2026〕42号');
  });

  test('a region with a text in the requested language returns that one', () => {
    expect(regionalText('hk', 'zh-Hant')?.lang).toBe('zh-Hant');
    expect(regionalText('hk', 'en')?.lang).toBe('en');
    expect(regionalText('cn', 'en')?.lang).toBe('zh-Hans');
    expect(regionalText('generic', 'en')).toBeNull();
  });
});

describe('disclaimers for pages', () => {
  test.each(REGIONS)('%s: in every language, with an id that storage accepts', (region) => {
    const texts = pageDisclaimers(region);
    for (const language of LANGUAGES) {
      expect(texts[language].id).toMatch(/^[\w-]{1,40}@\d{1,6}$/);
      expect(texts[language].rest).not.toBe('');
      expect(texts[language].regional === '').toBe(region === 'generic');
    }
  });
});
