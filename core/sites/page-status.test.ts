import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import type { PageReport } from '../storage/messages.ts';
import { type PageStatusFacts, pageStatus } from './page-status.ts';

const report = (panel: PageReport['panel']): PageReport => ({
  site: 'coindesk.com',
  panel,
  coins: null,
  published: null,
});
const facts = (part: Partial<PageStatusFacts>): PageStatusFacts => ({
  url: 'https://www.coindesk.com/markets/2025/10/10/x',
  incognito: false,
  listed: ['https://www.coindesk.com/*'],
  held: ['https://www.coindesk.com/*'],
  settings: DEFAULT_SETTINGS,
  hidden: false,
  report: report('open'),
  ...part,
});
const settings = (part: Partial<PageStatusFacts['settings']>) => ({
  settings: { ...DEFAULT_SETTINGS, ...part },
});

describe('the panel on a listed site', () => {
  test.each<[string, Partial<PageStatusFacts>]>([
    ['shown', {}],
    ['shown', { report: report('folded') }],
    ['hidden', { hidden: true }],
    ['hidden', { hidden: true, report: report('hidden') }],
    ['paused', settings({ panel: false })],
    ['ruled-out', settings({ denied: ['coindesk.com'] })],
    ['ruled-out', settings({ denied: ['coindesk.com/markets/'] })],
    ['shown', settings({ denied: ['coindesk.com/price/'] })],
    ['ruled-out', settings({ siteMode: 'allow-only' })],
    ['shown', settings({ siteMode: 'allow-only', allowed: ['coindesk.com'] })],
    ['removed-by-page', { report: report('removed-by-page') }],
    ['opted-out', { report: report('off') }],
    ['absent', { report: null }],
    ['no-access', { held: [], report: null }],
  ])('is %s: %j', (panelStatus, part) => {
    expect(pageStatus(facts(part))).toEqual({
      host: 'www.coindesk.com',
      listed: true,
      added: false,
      panelStatus,
    });
  });
});

describe('on other sites', () => {
  const url = 'https://blog.example.org/notes';

  test('a site can be added', () => {
    expect(pageStatus(facts({ url, report: null }))).toEqual({
      host: 'blog.example.org',
      listed: false,
      added: false,
      panelStatus: null,
    });
  });

  test('an added site can be removed, with or without permission', () => {
    const added = settings({ addedSites: ['blog.example.org'] });
    const held = ['https://blog.example.org/*'];
    expect(pageStatus(facts({ url, held, ...added }))).toMatchObject({ added: true, panelStatus: 'shown' });
    expect(pageStatus(facts({ url, ...added }))).toMatchObject({ added: true, panelStatus: 'no-access' });
  });

  test.each(['', 'about:newtab', 'chrome://settings/', 'http://blog.example.org/', 'https://10.0.0.1/'])(
    'nothing can be done about %j',
    (other) => {
      expect(pageStatus(facts({ url: other }))).toBeNull();
    },
  );

  test('nothing can be done in a private window', () => {
    expect(pageStatus(facts({ incognito: true }))).toBeNull();
  });
});
