import { expect, test } from 'vitest';
import type { PriceList, PriceRow } from '../../core/market/price-list.ts';
import { COMMON } from '../../locales/index.ts';
import { sourceLine } from '../source-line.ts';
import { differsFromLead } from './row-note.ts';

const NOW = 10_000_000;
const board: PriceList = {
  list: 'market-cap',
  rows: [],
  primarySource: { source: 'binance', at: NOW },
  state: 'live',
};
const row = (quotedBy: PriceRow['quotedBy']): PriceRow => ({
  id: 'x',
  symbol: 'X',
  name: '',
  price: '1',
  money: '1',
  change: '0%',
  direction: 'flat',
  stale: false,
  quotedBy,
  disputedBy: null,
});

test('a row has a note if its source or age differs from that of the heading', () => {
  expect(differsFromLead(row({ source: 'binance', at: NOW - 90_000 }), board, 60_000)).toBe(false);
  expect(differsFromLead(row({ source: 'binance', at: NOW - 121_000 }), board, 60_000)).toBe(true);
  expect(differsFromLead(row({ source: 'okx', at: NOW }), board, 60_000)).toBe(true);
  expect(differsFromLead(row(null), board, 60_000)).toBe(false);
});

test('an unknown source is shown by its id, and a clock that was set back gives no negative age', () => {
  const sources = { okx: { label: 'OKX' } };
  expect(sourceLine({ source: 'okx', at: NOW - 240_000 }, NOW, sources, COMMON.en)).toBe('OKX · 4 min ago');
  expect(sourceLine({ source: 'kraken', at: NOW + 5_000 }, NOW, sources, COMMON.en)).toBe(
    'kraken · just now',
  );
});
