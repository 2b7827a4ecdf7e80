import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { failed } from '../core/sources/result.ts';
import { getJson } from './http.ts';

let server: Server;
let origin: string;
let answer: RequestListener;
let asked: IncomingMessage[];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
  setOnline(true);
});

/** Node has a navigator, but without `onLine`. */
const setOnline = (online: boolean): void =>
  void Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });

const body =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(text);

describe('any HTTP response is a success', () => {
  test.each([200, 201, 400, 403, 404, 418, 429, 451, 500, 503])('status %d', async (status) => {
    answer = body('{"a":[1,"二"]}', status);
    const before = Date.now();
    const got = await getJson(`${origin}/x`, 2_000);
    if (!got.ok) throw new Error(got.failure.kind);
    expect(got.value).toEqual({
      status,
      body: { a: [1, '二'] },
      at: expect.any(Number),
      tookMs: expect.any(Number),
      headers: expect.objectContaining({ date: expect.any(String) }),
    });
    expect(got.value.at).toBeGreaterThanOrEqual(before);
    expect(got.value.at).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    ['a page', '<!doctype html><title>Sign in</title>'],
    ['half of it', '{"a":[1,'],
    ['nothing', ''],
    ['bytes', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
  ])('%s instead of JSON has no body', async (_what, text) => {
    answer = body(text);
    const got = await getJson(origin, 2_000);
    expect(got).toMatchObject({ ok: true, value: { status: 200 } });
    expect(got.ok && got.value.body).toBeUndefined();
  });

  test.each([
    ['null', null],
    ['0', 0],
    ['"x"', 'x'],
    ['\uFEFF[]', []],
  ])('%s is JSON too', async (text, value) => {
    answer = body(text);
    expect(await getJson(origin, 2_000)).toMatchObject({ ok: true, value: { body: value } });
  });

  test('a 304 has no body', async () => {
    let asked: string | undefined;
    answer = (request, response) => {
      asked = request.headers['if-none-match'];
      response.writeHead(304, { etag: '"a"' }).end();
    };
    const got = await getJson(origin, 2_000, '"a"');
    expect(asked).toBe('"a"');
    expect(got).toMatchObject({ ok: true, value: { status: 304, headers: { etag: '"a"' } } });
  });

  test('no body at all', async () => {
    answer = (_request, response) => void response.writeHead(204).end();
    expect(await getJson(origin, 2_000)).toMatchObject({ ok: true, value: { status: 204, body: undefined } });
  });

  test('characters split between two chunks are decoded', async () => {
    answer = (_request, response) => {
      const bytes = Buffer.from('"比特币"');
      response.write(bytes.subarray(0, 3));
      setTimeout(() => response.end(bytes.subarray(3)), 20);
    };
    expect(await getJson(origin, 2_000)).toMatchObject({ ok: true, value: { body: '比特币' } });
  });
});

describe('Retry-After', () => {
  const retryAfter = async (header: string): Promise<number | undefined> => {
    answer = body('{}', 429, { 'retry-after': header });
    const got = await getJson(origin, 2_000);
    return got.ok ? got.value.retryAfterMs : -1;
  };

  test.each([
    ['30', 30_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['9999999', 9_999_999_000],
  ])('of %j seconds', async (header, ms) => {
    expect(await retryAfter(header)).toBe(ms);
  });

  test('as a date', async () => {
    const ms = await retryAfter(new Date(Date.now() + 90_000).toUTCString());
    expect(ms).toBeGreaterThan(85_000);
    expect(ms).toBeLessThanOrEqual(90_000);
  });

  test('as a date that has passed', async () => {
    expect(await retryAfter('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
  });

  test.each(['soon', '-', 'NaN'])('of %j is ignored', async (header) => {
    expect(await retryAfter(header)).toBeUndefined();
  });

  test('is absent if it is not sent', async () => {
    answer = body('{}', 429);
    const got = await getJson(origin, 2_000);
    expect(got.ok && 'retryAfterMs' in got.value).toBe(false);
  });
});

describe('failures', () => {
  test('a server that does not respond', async () => {
    answer = () => {};
    expect(await getJson(origin, 100)).toEqual(failed('timeout'));
  });

  test('a body that does not end: the timeout includes the body', async () => {
    answer = (_request, response) => void response.writeHead(200).write('[');
    expect(await getJson(origin, 100)).toEqual(failed('timeout'));
  });

  test('a connection that is reset', async () => {
    answer = (request) => void request.socket.destroy();
    expect(await getJson(origin, 2_000)).toEqual(failed('unreachable'));
  });

  test('a truncated body', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[1');
      setTimeout(() => request.socket.destroy(), 20);
    };
    expect(await getJson(origin, 2_000)).toEqual(failed('unreachable'));
  });

  test('a refused connection', async () => {
    expect(await getJson('http://127.0.0.1:9/', 2_000)).toEqual(failed('unreachable'));
  });

  test('no network, according to the browser', async () => {
    setOnline(false);
    expect(await getJson('http://127.0.0.1:9/', 2_000)).toEqual(failed('offline'));
  });

  test('an invalid URL', async () => {
    expect(await getJson('https://', 2_000)).toEqual(failed('unreachable'));
  });

  test.each([301, 302, 307, 308])('a redirect (%d) is not followed', async (status) => {
    answer = (request, response) =>
      request.url === '/elsewhere'
        ? void response.end('{"stolen":true}')
        : void response.writeHead(status, { location: `${origin}/elsewhere` }).end();
    expect(await getJson(`${origin}/x`, 2_000)).toEqual(failed('unreachable'));
    expect(asked.map(({ url }) => url)).toEqual(['/x']);
  });

  test('a body of more than four million bytes, declared or not', async () => {
    const piece = Buffer.alloc(1_000_000, '1');
    answer = body(Buffer.concat([piece, piece, piece, piece, piece]));
    expect(await getJson(origin, 5_000)).toEqual(failed('too-large'));
    answer = (_request, response) => {
      response.on('error', () => {});
      for (let sent = 0; sent < 5; sent += 1) response.write(piece);
      // The response never ends: counting bytes does not need its end.
    };
    expect(await getJson(origin, 5_000)).toEqual(failed('too-large'));
  });

  test('but all tickers of an exchange, 900 kB, are accepted', async () => {
    answer = body(JSON.stringify(Array.from({ length: 9_000 }, (_, n) => ({ n, text: 'x'.repeat(80) }))));
    const got = await getJson(origin, 5_000);
    expect(got.ok && (got.value.body as unknown[]).length).toBe(9_000);
  });
});

test('sends nothing about the reader: no cookie, no referrer, no cache state', async () => {
  answer = body('{}', 200, { 'set-cookie': 'id=1', etag: '"1"', 'cache-control': 'max-age=3600' });
  await getJson(origin, 2_000);
  await getJson(origin, 2_000);
  expect(asked).toHaveLength(2);
  for (const { method, headers } of asked) {
    expect(method).toBe('GET');
    expect(headers.accept).toBe('application/json');
    for (const name of ['cookie', 'referer', 'origin', 'if-none-match', 'authorization']) {
      expect(headers[name]).toBeUndefined();
    }
  }
});

test('the beginning of a body is kept if it is not JSON', async () => {
  answer = body(`<h1>403</h1>${'x'.repeat(5_000)}`, 403);
  const page = await getJson(origin, 2_000);
  expect(page.ok && page.value.text?.length).toBe(2_000);
  expect(page.ok && page.value.text?.startsWith('<h1>403</h1>')).toBe(true);
  answer = body('{}');
  const json = await getJson(origin, 2_000);
  expect(json.ok && 'text' in json.value).toBe(false);
});
