import { failed, success } from '../../../core/sources/result.ts';
import type { SourceFixture } from '../price-source.ts';

const AT = 1_760_000_000_000;
const row = {
  currency_pair: 'BTC_USDT',
  last: '26019.8',
  lowest_ask: '26019.9',
  highest_bid: '26019.8',
  change_percentage: '1.09',
  change_utc0: '0.36',
  change_utc8: '1.04',
  base_volume: '4722.912133756',
  quote_volume: '122324034.68892',
  high_24h: '26202.4',
  low_24h: '25606.3',
};
const frozen = { ...row, currency_pair: 'TON_USDT', last: '3.12' };
const fund = { ...row, currency_pair: 'BTC3L_USDT', etf_net_value: '2.4', etf_leverage: '2.2' };

export const fixture: SourceFixture = {
  at: AT,
  asked: ['bitcoin', 'the-open-network'],
  golden: { dogecoin: { last: '0.1683', change24h: '-0.18' } },
  documented: [
    {
      what: 'the documented row: text, percent, no time',
      body: [frozen, fund, row],
      result: success({
        quotes: new Map([
          [
            'bitcoin',
            { last: '26019.8', change24h: '1.09', source: 'gate', at: AT, volume24h: '122324034.68892' },
          ],
        ]),
      }),
    },
  ],
  unusable: [
    {
      what: 'a label',
      body: { label: 'INVALID_CURRENCY_PAIR', message: '' },
      result: failed('unknown-symbol'),
    },
    {
      what: 'a label that was never documented',
      body: { label: 'constructor', message: '' },
      result: failed('refused'),
    },
    { what: 'a table', body: { BTC_USDT: { last: 5 } }, result: failed('bad-shape') },
    { what: 'null', body: null, result: failed('bad-shape') },
    { what: 'no rows', body: [], result: failed('empty') },
    {
      what: 'other coins only',
      body: [{ currency_pair: 'TON_USDT', last: '3.12' }],
      result: failed('empty'),
    },
    {
      what: 'a price of zero',
      body: [{ currency_pair: 'BTC_USDT', last: '0' }],
      result: failed('bad-shape'),
    },
  ],
};
