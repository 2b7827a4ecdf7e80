import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { COINS } from '../../core/market/coin-catalog.ts';
import type { SourceResponse } from '../../core/sources/price-source.ts';
import { type Feed, ownFeed } from '../../providers/feed.ts';
import { readRepoFile } from '../../tests/house.ts';
import { startWorld, type World } from '../../world/world.ts';

const COMMAND = fileURLToPath(new URL('../feed.ts', import.meta.url));
const HOSTS = ['data-api.binance.vision', 'api.binance.com', 'www.okx.com', 'api.coingecko.com', '*'];
const isFeed = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readRepoFile('docs/feed.schema.json')),
);

let world: World;
let folder: string;
let out: string;
const running = new Set<ChildProcess>();

beforeAll(async () => {
  world = await startWorld({ market: 'simulated' });
});
afterAll(() => world.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickside-feed-'));
  out = join(folder, 'prices.json');
  for (const host of HOSTS) world.fault(host, null);
  world.clearRequests();
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

interface Run {
  readonly child: ChildProcess;
  complained(): string;
  readonly ended: Promise<{ code: number | null; said: string; complained: string }>;
}

/** Runs the command with the test server in place of the internet. */
function start(...args: string[]): Run {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: {
      PATH: process.env.PATH,
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${world.proxyPort}`,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  child.stderr.on('data', (chunk) => {
    complained += chunk;
  });
  const ended = new Promise<Awaited<Run['ended']>>((done) => {
    child.on('close', (code) => {
      running.delete(child);
      done({ code, said, complained });
    });
  });
  return { child, ended, complained: () => complained };
}
const runOnce = (...args: string[]): Run['ended'] => start(...args).ended;

async function waitUntil<T>(check: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const seen = await check().catch(() => undefined);
    if (seen !== undefined) return seen;
    await sleep(50);
  }
  throw new Error('timed out waiting');
}
const feedAt = async (path = out): Promise<Feed> => JSON.parse(await readFile(path, 'utf8'));
const temporaryFiles = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
/** Parses the feed as a user's extension does. */
function responseFrom(feed: Feed, at = Date.now()): SourceResponse {
  const ids = COINS.map(({ id }) => id);
  const result = ownFeed('https://prices.example.com/feed.json').decode({ status: 200, body: feed, at }, ids);
  if (!result.ok) throw new Error(result.failure.detail);
  return result.value;
}

describe('one run', () => {
  test('writes a document that the schema and the extension accept, with every coin, rate and rank', async () => {
    const { code, said, complained } = await runOnce('--out', out);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toMatch(/prices\.json: \d+ coins, \d+ bytes, \d+ gzipped\n$/);
    const feed = await feedAt();
    expect([isFeed(feed), isFeed.errors]).toEqual([true, null]);
    expect(Object.keys(feed.prices)).toHaveLength(COINS.length);
    expect(feed.source).toMatch(/^Binance, /);
    const { quotes, ranking, fx, usdtUsd, leftOut } = responseFrom(feed);
    expect(leftOut).toBeUndefined();
    expect(quotes.size).toBe(COINS.length);
    expect(quotes.get('bitcoin')).toMatchObject({ last: feed.prices.bitcoin?.last, source: 'feed' });
    expect(ranking?.[0]).toBe('bitcoin');
    expect([fx?.perUsd.CNY, usdtUsd]).toEqual(['7.1758', '1']);
    expect((await readdir(folder)).sort()).toEqual(['.prices.json.state', 'prices.json']);
  });

  test('writes the largest coins if fewer are requested', async () => {
    await runOnce('--out', out, '--coins', '3');
    const feed = await feedAt();
    expect(Object.keys(feed.prices)).toEqual(['bitcoin', 'ethereum', 'tether']);
    expect(feed.hot).toEqual(['bitcoin', 'ethereum', 'tether']);
    expect(isFeed(feed)).toBe(true);
  });

  test('requests the next source if one fails, and names it in the document', async () => {
    for (const host of HOSTS.slice(0, 2)) world.fault(host, { kind: 'geo-blocked' });
    expect((await runOnce('--out', out)).code).toBe(0);
    expect((await feedAt()).source).toContain('OKX');
  });

  test('remembers its requests: another run soon after requests at most prices', async () => {
    await runOnce('--out', out);
    world.clearRequests();
    expect(await runOnce('--out', out)).toMatchObject({ code: 0, complained: '' });
    const hosts = world.requests.map(({ host }) => host);
    expect(hosts).not.toContain('open.er-api.com');
    expect(hosts).not.toContain('api.coingecko.com');
  });

  test('without any source, exits with 1, reports each failure, and keeps the document', async () => {
    await writeFile(out, '{"v":1,"prices":{}}');
    world.fault('*', { kind: 'server-error' });
    const { code, said, complained } = await runOnce('--out', out);
    expect([code, said]).toEqual([1, '']);
    expect(complained).toMatch(/no source answers \(binance: server-error, .+\); the last document is kept/);
    expect(await readFile(out, 'utf8')).toBe('{"v":1,"prices":{}}');
  });
});

describe('invalid calls', () => {
  test('an invalid argument exits with 2, a reason and the usage', async () => {
    const { code, said, complained } = await runOnce('--out', out, '--coins', 'ten');
    expect([code, said]).toEqual([2, '']);
    expect(complained.split('\n')[0]).toBe('--coins ten: not a whole number from 1 to 400');
    expect(complained).toContain('Usage: npm run feed');
    expect([await readdir(folder), world.requests]).toEqual([[], []]);
  });

  test('help is not an error', async () => {
    const { code, said } = await runOnce('--help');
    expect([code, said.startsWith('Usage: npm run feed')]).toEqual([0, true]);
  });

  test.each([
    ['a folder that is not there', async () => join(folder, 'nowhere', 'prices.json'), /ENOENT/],
    [
      'a folder instead of the file',
      async () => {
        await mkdir(out);
        return out;
      },
      /EISDIR/,
    ],
    [
      'a file instead of the folder',
      async () => {
        await writeFile(out, '');
        return join(out, 'prices.json');
      },
      /ENOTDIR/,
    ],
    [
      'a file that is not a feed',
      async () => {
        await writeFile(out, '{"name":"my package"}');
        return out;
      },
      /is no feed, so it is not overwritten/,
    ],
  ])('%s exits with 3, before any request', async (_what, make, reason) => {
    const { code, complained } = await runOnce('--out', await make());
    expect([code, complained]).toEqual([3, expect.stringMatching(/cannot be written/)]);
    expect(complained).toMatch(reason);
    expect(world.requests).toEqual([]);
  });
});

describe('watch mode', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'runs until %s, then exits with 0 and leaves no temporary file',
    async (name) => {
      const { child, ended } = start('--out', out, '--watch', '--period', '1');
      const first = await waitUntil(() => feedAt());
      await waitUntil(async () => {
        const feed = await feedAt();
        const isLater = Date.parse(feed.at) > Date.parse(first.at);
        return isLater && feed.prices.bitcoin?.last !== first.prices.bitcoin?.last ? true : undefined;
      });
      child.kill(name);
      expect(await ended).toMatchObject({ code: 0, complained: '' });
      expect(await temporaryFiles()).toEqual([]);
    },
  );

  test('exits at once during a request', async () => {
    world.fault('*', { kind: 'hang' });
    const { child, ended } = start('--out', out, '--watch');
    await waitUntil(async () => (world.requests.length > 0 ? true : undefined));
    const asked = Date.now();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await readdir(folder)).toEqual([]);
  });

  test('keeps the last document while no source answers, and continues once one does', async () => {
    const run = start('--out', out, '--watch', '--period', '1');
    await waitUntil(() => feedAt());
    world.fault('*', { kind: 'refuse' });
    await waitUntil(async () => (run.complained().includes('no source answers') ? true : undefined));
    const last = await feedAt();
    await sleep(1_500);
    expect(await feedAt()).toEqual(last);
    world.fault('*', null);
    // Half a minute: failed hosts back off.
    await waitUntil(async () =>
      (await feedAt()).prices.bitcoin?.last === last.prices.bitcoin?.last ? undefined : true,
    );
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  }, 60_000);

  test('killed while writing, it leaves a complete document, and a later run deletes its temporary files', async () => {
    await runOnce('--out', out);
    let reads = 0;
    for (let round = 0; round < 4; round += 1) {
      // Without the state it requests at once; the state is written right before the document.
      await rm(join(folder, '.prices.json.state'), { force: true });
      const { child, ended } = start('--out', out, '--watch', '--period', '1');
      const known = await readdir(folder);
      const isDraft = (name: string): boolean =>
        /^\.prices\.json\.\w+\.tmp$/.test(name) && !known.includes(name);
      const killed = ended.then(() => true);
      for (let isOver = false; !isOver; reads += 1) {
        expect(isFeed(await feedAt())).toBe(true);
        // A temporary file exists for a millisecond or two.
        const names = await readdir(folder);
        if (names.includes('.prices.json.state') && names.some(isDraft)) child.kill('SIGKILL');
        isOver = await Promise.race([killed, sleep(0, false)]);
      }
      expect(child.signalCode).toBe('SIGKILL');
      expect(isFeed(await feedAt())).toBe(true);
    }
    // The number of reads depends on the machine; it must be more than one per round.
    expect(reads).toBeGreaterThan(20);
    // Besides what the kills may have left, one definite leftover. Temporary files count as leftovers after some
    // minutes.
    await writeFile(join(folder, '..prices.json.state.0123456789ab.tmp'), '{"snap');
    await writeFile(join(folder, '.prices.json.0123456789ab.tmp'), '{"v":');
    for (const name of await temporaryFiles()) await utimes(join(folder, name), new Date(0), new Date(0));
    await runOnce('--out', out);
    expect(await temporaryFiles()).toEqual([]);
  }, 60_000);
});
