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

/** The command as it is, with the world in place of the internet. */
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

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const seen = await look().catch(() => undefined);
    if (seen !== undefined) return seen;
    await sleep(50);
  }
  throw new Error('waited in vain');
}
const feedAt = async (path = out): Promise<Feed> => JSON.parse(await readFile(path, 'utf8'));
const drafts = async (): Promise<string[]> => (await readdir(folder)).filter((name) => name.endsWith('.tmp'));
/** As a reader's extension takes it. */
function toldBy(feed: Feed, at = Date.now()): SourceResponse {
  const ids = COINS.map(({ id }) => id);
  const told = ownFeed('https://prices.example.com/feed.json').decode({ status: 200, body: feed, at }, ids);
  if (!told.ok) throw new Error(told.failure.detail);
  return told.value;
}

describe('one run', () => {
  test('writes a document that the schema and the extension take, with every coin, rate and rank', async () => {
    const { code, said, complained } = await runOnce('--out', out);
    expect([code, complained]).toEqual([0, '']);
    expect(said).toMatch(/prices\.json: \d+ coins, \d+ bytes, \d+ gzipped\n$/);
    const feed = await feedAt();
    expect([isFeed(feed), isFeed.errors]).toEqual([true, null]);
    expect(Object.keys(feed.prices)).toHaveLength(COINS.length);
    expect(feed.source).toMatch(/^Binance, /);
    const { quotes, ranking, fx, usdtUsd, leftOut } = toldBy(feed);
    expect(leftOut).toBeUndefined();
    expect(quotes.size).toBe(COINS.length);
    expect(quotes.get('bitcoin')).toMatchObject({ last: feed.prices.bitcoin?.last, source: 'feed' });
    expect(ranking?.[0]).toBe('bitcoin');
    expect([fx?.perUsd.CNY, usdtUsd]).toEqual(['7.1758', '1']);
    expect((await readdir(folder)).sort()).toEqual(['.prices.json.state', 'prices.json']);
  });

  test('takes the biggest where not all are wanted', async () => {
    await runOnce('--out', out, '--coins', '3');
    const feed = await feedAt();
    expect(Object.keys(feed.prices)).toEqual(['bitcoin', 'ethereum', 'tether']);
    expect(feed.hot).toEqual(['bitcoin', 'ethereum', 'tether']);
    expect(isFeed(feed)).toBe(true);
  });

  test('asks the next source where one fails, and says so in the document', async () => {
    for (const host of HOSTS.slice(0, 2)) world.fault(host, { kind: 'geo-blocked' });
    expect((await runOnce('--out', out)).code).toBe(0);
    expect((await feedAt()).source).toContain('OKX');
  });

  test('remembers what it has asked: a run soon after asks for prices at most', async () => {
    await runOnce('--out', out);
    world.clearRequests();
    expect(await runOnce('--out', out)).toMatchObject({ code: 0, complained: '' });
    const hosts = world.requests.map(({ host }) => host);
    expect(hosts).not.toContain('open.er-api.com');
    expect(hosts).not.toContain('api.coingecko.com');
  });

  test('without any source ends with 1, says what each said, and leaves the document', async () => {
    await writeFile(out, '{"v":1,"prices":{}}');
    world.fault('*', { kind: 'server-error' });
    const { code, said, complained } = await runOnce('--out', out);
    expect([code, said]).toEqual([1, '']);
    expect(complained).toMatch(/no source answers \(binance: server-error, .+\); the last document is kept/);
    expect(await readFile(out, 'utf8')).toBe('{"v":1,"prices":{}}');
  });
});

describe('what is refused', () => {
  test('what it does not understand ends with 2, a reason and the usage', async () => {
    const { code, said, complained } = await runOnce('--out', out, '--coins', 'ten');
    expect([code, said]).toEqual([2, '']);
    expect(complained.split('\n')[0]).toBe('--coins ten: not a whole number from 1 to 400');
    expect(complained).toContain('Usage: npm run feed');
    expect([await readdir(folder), world.requests]).toEqual([[], []]);
  });

  test('help is no mistake', async () => {
    const { code, said } = await runOnce('--help');
    expect([code, said.startsWith('Usage: npm run feed')]).toEqual([0, true]);
  });

  test.each([
    ['a folder that is not there', async () => join(folder, 'nowhere', 'prices.json'), /ENOENT/],
    [
      'a folder in place of the file',
      async () => {
        await mkdir(out);
        return out;
      },
      /EISDIR/,
    ],
    [
      'a file as the folder',
      async () => {
        await writeFile(out, '');
        return join(out, 'prices.json');
      },
      /ENOTDIR/,
    ],
    [
      'something that is no feed',
      async () => {
        await writeFile(out, '{"name":"my package"}');
        return out;
      },
      /is no feed, so it is not overwritten/,
    ],
  ])('%s ends with 3, before anybody is asked', async (_what, make, reason) => {
    const { code, complained } = await runOnce('--out', await make());
    expect([code, complained]).toEqual([3, expect.stringMatching(/cannot be written/)]);
    expect(complained).toMatch(reason);
    expect(world.requests).toEqual([]);
  });
});

describe('watching', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    'goes on until %s, and ends well, leaving no draft',
    async (name) => {
      const { child, ended } = start('--out', out, '--watch', '--period', '1');
      const first = await until(() => feedAt());
      await until(async () => {
        const feed = await feedAt();
        const isLater = Date.parse(feed.at) > Date.parse(first.at);
        return isLater && feed.prices.bitcoin?.last !== first.prices.bitcoin?.last ? true : undefined;
      });
      child.kill(name);
      expect(await ended).toMatchObject({ code: 0, complained: '' });
      expect(await drafts()).toEqual([]);
    },
  );

  test('ends at once in the middle of a request', async () => {
    world.fault('*', { kind: 'hang' });
    const { child, ended } = start('--out', out, '--watch');
    await until(async () => (world.requests.length > 0 ? true : undefined));
    const asked = Date.now();
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    expect(Date.now() - asked).toBeLessThan(2_000);
    expect(await readdir(folder)).toEqual([]);
  });

  test('survives that nobody answers, keeps the last document, and goes on when they do', async () => {
    const run = start('--out', out, '--watch', '--period', '1');
    await until(() => feedAt());
    world.fault('*', { kind: 'refuse' });
    await until(async () => (run.complained().includes('no source answers') ? true : undefined));
    const last = await feedAt();
    await sleep(1_500);
    expect(await feedAt()).toEqual(last);
    world.fault('*', null);
    // Half a minute: hosts that failed are given a rest.
    await until(async () =>
      (await feedAt()).prices.bitcoin?.last === last.prices.bitcoin?.last ? undefined : true,
    );
    run.child.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  }, 60_000);

  test('killed while it writes, it leaves a whole document, and a later run cleans up after it', async () => {
    await runOnce('--out', out);
    let reads = 0;
    for (let round = 0; round < 4; round += 1) {
      // Without it, it asks at once; and it is written right before the document is.
      await rm(join(folder, '.prices.json.state'), { force: true });
      const { child, ended } = start('--out', out, '--watch', '--period', '1');
      const known = await readdir(folder);
      const isDraft = (name: string): boolean =>
        /^\.prices\.json\.\w+\.tmp$/.test(name) && !known.includes(name);
      const killed = ended.then(() => true);
      for (let isOver = false; !isOver; reads += 1) {
        expect(isFeed(await feedAt())).toBe(true);
        // A draft is there for a millisecond or two.
        const names = await readdir(folder);
        if (names.includes('.prices.json.state') && names.some(isDraft)) child.kill('SIGKILL');
        isOver = await Promise.race([killed, sleep(0, false)]);
      }
      expect(child.signalCode).toBe('SIGKILL');
      expect(isFeed(await feedAt())).toBe(true);
    }
    // How often in how long a time is the machine's affair; that it was more than once a round is ours.
    expect(reads).toBeGreaterThan(20);
    // Beside what the kills may have left, one that is certain. Drafts are taken for lost after some minutes.
    await writeFile(join(folder, '..prices.json.state.0123456789ab.tmp'), '{"snap');
    await writeFile(join(folder, '.prices.json.0123456789ab.tmp'), '{"v":');
    for (const name of await drafts()) await utimes(join(folder, name), new Date(0), new Date(0));
    await runOnce('--out', out);
    expect(await drafts()).toEqual([]);
  }, 60_000);
});
