import { expect, test } from 'vitest';
import { hostOf, sourceLabel, sourceTable, withFeed } from './source-info.ts';

const TABLE = sourceTable([
  { id: 'binance', label: 'Binance' },
  {
    id: 'er-api',
    label: 'ExchangeRate-API',
    attribution: { text: 'Rates By Exchange Rate API', url: 'https://x.example' },
  },
]);

test.each([
  ['https://api.binance.com', 'api.binance.com'],
  ['https://mirror.example.org:8443/binance', 'mirror.example.org:8443'],
  ['https://cdn.example.org/prices.json?v=1', 'cdn.example.org'],
  ['', ''],
])('the host of "%s" is "%s"', (address, host) => {
  expect(hostOf(address)).toBe(host);
});

test('a table contains labels and attributions only', () => {
  const provider = { id: 'okx', label: 'OKX', origins: ['https://www.okx.com'], request: () => '' };
  expect(sourceTable([provider])).toEqual({ okx: { label: 'OKX' } });
  expect(TABLE['er-api']?.attribution?.text).toBe('Rates By Exchange Rate API');
});

test('a source of both prices and rates is credited once', () => {
  const credit = (text: string) => ({ text, url: 'https://www.coingecko.com' });
  const table = sourceTable([
    { id: 'coingecko', label: 'CoinGecko', attribution: credit('Prices') },
    { id: 'coingecko-fx', label: 'CoinGecko exchange rates', attribution: credit('Rates') },
  ]);
  expect(Object.values(table).map(({ attribution }) => attribution?.text)).toEqual(['Prices', undefined]);
});

test.each([
  ['binance', 'Binance'],
  ['er-api', 'ExchangeRate-API'],
  ['a-later-source', 'a-later-source'],
  ['constructor', 'constructor'],
  ['__proto__', '__proto__'],
])('%s is shown as %s', (id, label) => {
  expect(sourceLabel(TABLE, id)).toBe(label);
});

test('a custom feed is named by its host; without one nothing is added', () => {
  expect(withFeed(TABLE, 'https://cdn.example.org:8443/a/b.json').feed).toEqual({
    label: 'cdn.example.org:8443',
  });
  expect(withFeed(TABLE, '')).toBe(TABLE);
});
