import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coinsOfArticle } from '../../components/popup/article-coins.ts';
import { NO_HISTORY } from '../../core/history/price-history.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { buildPriceList } from '../../core/market/price-list.ts';
import { EMPTY_SNAPSHOT } from '../../core/market/snapshot.ts';
import { type PageContext, pageContextText } from '../../core/page-data/page-context.ts';
import { type PriceTable, priceTableText } from '../../core/page-data/price-table.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { DEFAULT_SITE_STATE } from '../../core/sites/site-state.ts';
import { PAGE_CONTEXT, PRICE_TABLE } from '../../core/storage/page-items.ts';
import { createPagePublisher } from '../../jobs/publish-page-data.ts';
import { OVERLAY } from '../../locales/index.ts';
import { panelProps } from './props.ts';
import { initialState, isReady } from './state.ts';

const PUBLISHED = 1_760_000_040_000;
const ID = 'bitcoin';

const snapshotAt = (last: string) => ({
  ...EMPTY_SNAPSHOT,
  quotes: { [ID]: { last, change24h: null, source: 'binance', at: PUBLISHED } },
});

/** What the panel prints, and the card beside the coin's name: out of storage, as the background has written it. */
async function onPanel(past: string, last: string): Promise<string | undefined> {
  let written: [PriceTable, PageContext] | undefined;
  await createPagePublisher({
    coins: COIN_BY_ID,
    words: OVERLAY,
    sources: {},
    tag: 'en',
    withLock: (work) => work(),
    read: async () => ({ snapshot: snapshotAt(last), settings: DEFAULT_SETTINGS }),
    write: async (...both) => {
      written = both;
    },
  })();
  if (!written) throw new Error('nothing written');
  const [table, context] = written;
  const stored = {
    priceTable: PRICE_TABLE.parse(priceTableText(table)),
    pageContext: PAGE_CONTEXT.parse(pageContextText(context)),
    site: DEFAULT_SITE_STATE,
  };
  if (!isReady(stored)) throw new Error('not read');
  const page = {
    language: { tag: 'en', language: 'en' },
    room: 'right',
    dark: false,
    hasPrices: false,
  } as const;
  const reading = {
    coins: [{ id: ID, count: 1 }],
    mentions: [],
    published: PUBLISHED,
    pasts: { [ID]: past },
  };
  const { view } = initialState(stored);
  const clock = { now: PUBLISHED, online: true };
  return panelProps(stored, page, view, reading, clock).mentioned[0]?.since;
}

function inPopup(past: string, last: string): string | null | undefined {
  const snapshot = snapshotAt(last);
  const { rows } = buildPriceList({
    snapshot,
    coins: COIN_BY_ID,
    language: 'en',
    currency: 'USD',
    count: 1,
    around: { now: PUBLISHED, periodMs: 60_000, online: true },
  });
  const report = {
    site: 'a.example',
    panel: 'open',
    coins: [{ id: ID, count: 1 }],
    published: PUBLISHED,
  } as const;
  const then = { time: PUBLISHED, at: PUBLISHED, price: past, source: 'binance' };
  return coinsOfArticle(report, rows, snapshot, { [ID]: { ...NO_HISTORY, past: [then] } })?.[0]?.since;
}

describe('the change since publication', () => {
  test.each([
    ['14.00000001', '14.00000002', '+0.00%'],
    ['14.00000002', '14.00000001', '-0.00%'],
    ['14', '14', '0%'],
    ['100000', '105239.09', '+5.24%'],
  ])('from %s to %s is %s on panel, card and popup', async (past, last, text) => {
    expect(await onPanel(past, last)).toBe(text);
    expect(inPopup(past, last)).toBe(text);
  });

  test('is the same text on each of them, for any pair of prices', async () => {
    const price = fc
      .tuple(fc.nat({ max: 200_000 }), fc.integer({ min: 1, max: 99_999_999 }))
      .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(8, '0')}`);
    const near = price.chain((past) =>
      fc.tuple(
        fc.constant(past),
        fc.nat({ max: 99 }).map((more) => `${past}${more}`),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.tuple(price, price), near), async ([past, last]) => {
        expect(await onPanel(past, last)).toBe(inPopup(past, last));
      }),
      { numRuns: 100 },
    );
  });
});
