import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const found = (data: unknown) => ({ code: '200000', data });
const row = (symbol: string, symbolName: string, last: string) => ({ symbol, symbolName, last });

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin', 'gala', 'bitcoin-cash-sv'],
  absent: ['fartcoin'],
  golden: { monero: { last: '318.55', change24h: '-0.47' }, cardano: { change24h: '0' } },
  documented: [
    {
      what: 'the documented row: text, a ratio, one time for all',
      body: found({
        time: 1729173207043,
        ticker: [
          {
            symbol: 'BTC-USDT',
            symbolName: 'BTC-USDT',
            buy: '67192.5',
            bestBidSize: '0.000025',
            sell: '67192.6',
            bestAskSize: '1.24949204',
            changeRate: '-0.0014',
            changePrice: '-98.5',
            high: '68321.4',
            low: '66683.3',
            vol: '1836.03034612',
            volValue: '124068431.06726933',
            last: '67193',
            averagePrice: '67281.21437289',
            takerFeeRate: '0.001',
            makerFeeRate: '0.001',
            takerCoefficient: '1',
            makerCoefficient: '1',
          },
        ],
      }),
      result: success({
        quotes: new Map([
          [
            'bitcoin',
            {
              last: '67193',
              change24h: '-0.14',
              source: 'kucoin',
              at: 1729173207043,
              volume24h: '124068431.06726933',
            },
          ],
        ]),
      }),
    },
    {
      what: 'fields that are null are absent, and numbers are as good as text',
      body: found({
        time: String(AT - 1),
        ticker: [null, { symbol: 'BTC-USDT', last: 5, changeRate: null, volValue: null }],
      }),
      result: success({
        quotes: new Map([['bitcoin', { last: '5', change24h: null, source: 'kucoin', at: AT - 1 }]]),
      }),
    },
    {
      what: 'pairs that kept their code through a renaming go by it, and none by the name that is shown',
      body: found({
        time: AT,
        ticker: [
          row('GALAX-USDT', 'GALA-USDT', '0.01'),
          row('BCHSV-USDT', 'BSV-USDT', '25'),
          row('FAKE-USDT', 'BTC-USDT', '1'),
        ],
      }),
      result: success({
        quotes: new Map([
          ['gala', { last: '0.01', change24h: null, source: 'kucoin', at: AT }],
          ['bitcoin-cash-sv', { last: '25', change24h: null, source: 'kucoin', at: AT }],
        ]),
      }),
    },
  ],
  unusable: [
    { what: 'nothing found', body: found(null), result: failed('empty') },
    {
      what: 'a row of nulls',
      body: found({
        time: AT,
        ticker: [{ symbol: 'BTC-USDT', last: null, changeRate: null, volValue: null }],
      }),
      result: failed('bad-shape'),
    },
    { what: 'no rows', body: found({ time: AT, ticker: [] }), result: failed('empty') },
    { what: 'no list', body: found({ time: 0, ticker: null }), result: failed('bad-shape') },
    { what: 'no data', body: { code: '200000' }, result: failed('bad-shape') },
    {
      what: 'too many requests, inside 200',
      body: { code: '429000', msg: '' },
      result: failed('rate-limited'),
    },
    { what: 'a country, inside 200', body: { code: 400302, msg: '' }, result: failed('geo-blocked') },
    { what: 'a code that was never documented', body: { code: '123', data: [] }, result: failed('refused') },
    { what: 'a list', body: [], result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
  ],
  faults: { 'geo-blocked': { kind: 'geo-blocked' } },
  candles: {
    coin: 'monero',
    last: '318.55',
    spans: {
      day: { least: 48, most: 49, ms: 1_800_000 },
      week: { least: 84, most: 85, ms: 7_200_000 },
    },
    momentMs: 60_000,
  },
};
