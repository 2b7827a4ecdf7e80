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

/** Node has a navigator, but no network that it would speak of. */
const setOnline = (online: boolean): void =>
  void Object.defineProperty(navigator, 'onLine', { value: online, configurable: true });

const body =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response.writeHead(status, headers).end(text);

describe('any HTTP answer is an answer', () => {
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
  ])('%s where JSON was asked for has no body', async (_what, text) => {
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

  test('an answer that has not changed since has no body', async () => {
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

  test('characters that are cut between two pieces come out whole', async () => {
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

  test.each(['soon', '-', 'NaN'])('of %j says nothing', async (header) => {
    expect(await retryAfter(header)).toBeUndefined();
  });

  test('is not there when it is not sent', async () => {
    answer = body('{}', 429);
    const got = await getJson(origin, 2_000);
    expect(got.ok && 'retryAfterMs' in got.value).toBe(false);
  });
});

describe('what is no answer', () => {
  test('a server that says nothing', async () => {
    answer = () => {};
    expect(await getJson(origin, 100)).toEqual(failed('timeout'));
  });

  test('a body that does not end: the time is for the whole of it', async () => {
    answer = (_request, response) => void response.writeHead(200).write('[');
    expect(await getJson(origin, 100)).toEqual(failed('timeout'));
  });

  test('a connection that breaks', async () => {
    answer = (request) => void request.socket.destroy();
    expect(await getJson(origin, 2_000)).toEqual(failed('unreachable'));
  });

  test('a body that breaks off', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[1');
      setTimeout(() => request.socket.destroy(), 20);
    };
    expect(await getJson(origin, 2_000)).toEqual(failed('unreachable'));
  });

  test('nobody there', async () => {
    expect(await getJson('http://127.0.0.1:9/', 2_000)).toEqual(failed('unreachable'));
  });

  test('no network, as far as the browser knows', async () => {
    setOnline(false);
    expect(await getJson('http://127.0.0.1:9/', 2_000)).toEqual(failed('offline'));
  });

  test('an address that is none', async () => {
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
      // No end: who counts bytes need not wait for it.
    };
    expect(await getJson(origin, 5_000)).toEqual(failed('too-large'));
  });

  test('but a whole exchange of 900 kB is taken', async () => {
    answer = body(JSON.stringify(Array.from({ length: 9_000 }, (_, n) => ({ n, text: 'x'.repeat(80) }))));
    const got = await getJson(origin, 5_000);
    expect(got.ok && (got.value.body as unknown[]).length).toBe(9_000);
  });
});

test('says nothing about the reader: no cookie, no referrer, no state of a cache', async () => {
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

test('of a page that is no answer the beginning is kept, of JSON nothing', async () => {
  answer = body(`<h1>403</h1>${'x'.repeat(5_000)}`, 403);
  const page = await getJson(origin, 2_000);
  expect(page.ok && page.value.text?.length).toBe(2_000);
  expect(page.ok && page.value.text?.startsWith('<h1>403</h1>')).toBe(true);
  answer = body('{}');
  const json = await getJson(origin, 2_000);
  expect(json.ok && 'text' in json.value).toBe(false);
});
