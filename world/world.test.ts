import { request as plainRequest } from 'node:http';
import { connect as tlsConnect } from 'node:tls';
import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchFromWorld } from './ask.ts';
import type { Fault } from './faults.ts';
import { PAGES } from './pages/index.ts';
import { startWorld, type World } from './world.ts';

const BINANCE = 'https://data-api.binance.vision/api/v3';
const OKX = 'https://www.okx.com/api/v5/market';
const GECKO = 'https://api.coingecko.com/api/v3';
const BTC = `${BINANCE}/ticker/24hr?symbol=BTCUSDT`;
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function getJson<T>(url: string): Promise<T> {
  return JSON.parse((await fetchFromWorld(world, url)).text) as T;
}
const batch = (...symbols: string[]): string =>
  `${BINANCE}/ticker/24hr?symbols=${encodeURIComponent(JSON.stringify(symbols))}`;

describe('the test server', () => {
  it('compresses answers if the client accepts it', async () => {
    const { headers, raw } = await fetchFromWorld(world, BTC, { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(raw).toString()).symbol).toBe('BTCUSDT');
  });

  it('records every request, and clears the record on demand', async () => {
    world.clearRequests();
    await fetchFromWorld(world, BTC, { 'x-probe': '1' });
    await fetchFromWorld(world, 'https://nowhere.example.com/');
    expect(world.requests.map(({ host, path, query, status }) => [host, path, query, status])).toEqual([
      ['data-api.binance.vision', '/api/v3/ticker/24hr', 'symbol=BTCUSDT', 200],
      ['nowhere.example.com', '/', '', 404],
    ]);
    expect(world.requests[0]?.headers['x-probe']).toBe('1');
    world.clearRequests();
    expect(world.requests).toEqual([]);
  });

  it.each(Object.entries(PAGES))('serves the page %s', async (_name, url) => {
    const { status, headers, text } = await fetchFromWorld(world, url);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('serves a test’s own answers before built-in ones', async () => {
    world.serve('https://www.example.net/feed', { headers: { 'Content-Type': 'text/plain' }, body: 'hello' });
    const { headers, text } = await fetchFromWorld(world, 'https://www.example.net/feed?x=1');
    expect([headers['content-type'], text]).toEqual(['text/plain', 'hello']);
  });

  it('answers 304 for a test’s own answer to a client that has its ETag', async () => {
    const url = 'https://www.example.net/tagged';
    world.serve(url, { headers: { ETag: '"7"' }, body: 'seven' });
    expect(await fetchFromWorld(world, url)).toMatchObject({ status: 200, text: 'seven' });
    expect(await fetchFromWorld(world, url, { 'if-none-match': '"6"' })).toMatchObject({
      status: 200,
      text: 'seven',
    });
    const known = await fetchFromWorld(world, url, { 'if-none-match': '"7"' });
    expect([known.status, known.headers.etag, known.text]).toEqual([304, '"7"', '']);
  });

  it('is reachable through the proxy', async () => {
    const reply = await new Promise<string>((resolve, reject) => {
      const tunnel = plainRequest({
        port: world.proxyPort,
        method: 'CONNECT',
        path: 'www.okx.com:443',
        agent: false,
      });
      tunnel.on('connect', (_response, socket) => {
        const secure = tlsConnect({ socket, servername: 'www.okx.com', rejectUnauthorized: false }, () => {
          secure.write('GET /api/v5/public/time HTTP/1.1\r\nHost: www.okx.com\r\nConnection: close\r\n\r\n');
        });
        let text = '';
        secure.on('data', (chunk) => {
          text += chunk;
        });
        secure.on('end', () => resolve(text));
      });
      tunnel.on('error', reject);
      tunnel.end();
    });
    expect(reply).toContain('HTTP/1.1 200 OK');
  });

  it('moves a simulated market by its seed, starting from the golden one', async () => {
    const path = async (seed: number): Promise<string[]> => {
      const other = await startWorld({ market: 'simulated', seed });
      const prices: string[] = [];
      for (let poll = 0; poll < 4; poll += 1)
        prices.push(JSON.parse((await fetchFromWorld(other, BTC)).text).lastPrice);
      await other.close();
      return prices;
    };
    const [first, again, different] = [await path(7), await path(7), await path(8)];
    expect(first[0]).toBe('105239.09000000');
    expect(new Set(first).size).toBe(4);
    expect(again).toEqual(first);
    expect(different).not.toEqual(first);
  });

  it('shows prices set by a test', async () => {
    world.market.set('bitcoin', { last: '99.5', change24h: '-3.1' });
    expect(await getJson(BTC)).toMatchObject({ lastPrice: '99.50000000', priceChangePercent: '-3.100' });
    world.market.set('bitcoin', { last: '105239.09', change24h: '0.76' });
  });
});

describe('faults', () => {
  const HOST = 'data-api.binance.vision';
  const under = (fault: Fault, url = BTC, host = HOST) => {
    world.fault(host, fault);
    return fetchFromWorld(world, url);
  };
  afterEach(() => {
    for (const host of [HOST, 'www.okx.com', 'api.coingecko.com', '*']) world.fault(host, null);
    world.clearRequests();
  });

  it('refuses connections', async () => {
    await expect(under({ kind: 'refuse' })).rejects.toThrow(/hang up|ECONNRESET/);
    expect(world.requests.at(-1)?.status).toBe(0);
  });

  it('hangs, and still closes at once', async () => {
    const other = await startWorld();
    other.fault(HOST, { kind: 'hang' });
    await expect(fetchFromWorld(other, BTC, {}, 150)).rejects.toThrow(/abort/);
    expect(other.requests[0]?.status).toBe(0);
    const hanging = fetchFromWorld(other, BTC).catch(() => 'cut');
    const start = Date.now();
    await other.close();
    expect(Date.now() - start).toBeLessThan(1000);
    expect(await hanging).toBe('cut');
  });

  it('sends slowly', async () => {
    const start = Date.now();
    const { text } = await under({ kind: 'slow-body', bytesPerSecond: 2000 });
    expect(JSON.parse(text).symbol).toBe('BTCUSDT');
    expect(Date.now() - start).toBeGreaterThan(200);
  });

  it.each<[string, Fault, number, RegExp]>([
    [
      'rate-limited',
      { kind: 'rate-limited', retryAfter: 7 },
      429,
      /"code":-1003,"msg":"Too much request weight/,
    ],
    ['banned', { kind: 'banned' }, 418, /IP banned until \d+/],
    ['geo-blocked', { kind: 'geo-blocked' }, 451, /restricted location according to 'b\. Eligibility'/],
    ['forbidden', { kind: 'forbidden-html' }, 403, /^<html>/],
    ['payment required', { kind: 'payment-required' }, 402, /error/],
    ['broken', { kind: 'server-error', status: 502 }, 502, /502/],
    ['wrong shape', { kind: 'wrong-shape' }, 200, /^\[\{"s":/],
    ['an HTML page', { kind: 'html-200' }, 200, /^<!doctype html>/],
    ['a redirect', { kind: 'redirect', to: 'https://www.okx.com/' }, 302, /^$/],
    ['an unknown symbol', { kind: 'unknown-symbol', symbol: 'BTCUSDT' }, 400, /"code":-1121/],
  ])('is %s', async (_what, fault, status, body) => {
    const reply = await under(fault);
    expect(reply.status).toBe(status);
    expect(reply.text).toMatch(body);
  });

  it('sends Retry-After, if the venue does', async () => {
    expect((await under({ kind: 'rate-limited', retryAfter: 7 })).headers['retry-after']).toBe('7');
    const okx = await under({ kind: 'rate-limited' }, `${OKX}/tickers?instType=SPOT`, 'www.okx.com');
    expect([okx.status, okx.headers['retry-after']]).toEqual([429, undefined]);
    expect(JSON.parse(okx.text).code).toBe('50011');
    const gecko = await under({ kind: 'rate-limited' }, `${GECKO}/ping`, 'api.coingecko.com');
    expect(JSON.parse(gecko.text)).toHaveProperty('status.error_code', 429);
  });

  it('truncates the answer and declares the truncated length', async () => {
    const { headers, raw, text } = await under({ kind: 'truncated-json' });
    expect(Number(headers['content-length'])).toBe(raw.length);
    expect(() => JSON.parse(text)).toThrow();
    expect(text).toContain('"BTCUSDT"');
  });

  it('fails a whole batch for one unknown symbol, but no batch without it', async () => {
    world.fault(HOST, { kind: 'unknown-symbol', symbol: 'DOGEUSDT' });
    expect((await fetchFromWorld(world, batch('BTCUSDT', 'DOGEUSDT'))).status).toBe(400);
    expect((await fetchFromWorld(world, batch('BTCUSDT', 'ADAUSDT'))).status).toBe(200);
  });

  it('freezes prices with an old time', async () => {
    world.fault(HOST, { kind: 'frozen-price' });
    world.market.set('bitcoin', { last: '1.5' });
    const row = await getJson<{ lastPrice: string; closeTime: number }>(BTC);
    world.market.set('bitcoin', { last: '105239.09', change24h: '0.76' });
    expect(row.lastPrice).toBe('105239.09000000');
    expect(row.closeTime).toBeLessThan(Date.now() - 40 * 60_000);
  });

  it('returns an absurd price', async () => {
    const { text } = await under({ kind: 'absurd-price', coin: 'bitcoin', factor: 0.001 });
    expect(JSON.parse(text).lastPrice).toBe('105.23909000');
  });

  it('affects every API host at once, and no page', async () => {
    world.fault('*', { kind: 'server-error' });
    expect((await fetchFromWorld(world, BTC)).status).toBe(503);
    expect((await fetchFromWorld(world, 'https://open.er-api.com/v6/latest/USD')).status).toBe(503);
    expect((await fetchFromWorld(world, PAGES.zh)).status).toBe(200);
    world.fault('*', null);
    expect((await fetchFromWorld(world, BTC)).status).toBe(200);
  });
});
