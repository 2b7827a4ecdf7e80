import { beforeEach, expect, test } from 'vitest';
import type { Feed } from '../providers/feed.ts';
import { type NearWorld, setUpBackground } from '../tests/background.ts';
import { ManualTime, VirtualWorld } from '../tests/virtual-world.ts';

const MINUTE = 60_000;
const URL_ = 'https://prices.example.com/feed.json';

let world: NearWorld;
beforeEach(() => {
  world = new VirtualWorld(new ManualTime());
});

const setUp = () => setUpBackground({ world, settings: { feedUrl: URL_ } });

function publish(at: number, over: Partial<Feed> = {}, etag = `"${at}"`): void {
  const prices = { bitcoin: { last: '105240.5', change24h: '0.8' }, cardano: { last: '0.5945' } };
  const feed: Feed = { v: 1, at: new Date(at).toISOString(), source: 'Example desk', prices, ...over };
  world.serve(URL_, { headers: { etag, 'content-type': 'application/json' }, body: JSON.stringify(feed) });
}
const requestStatusesOf = (host: string): number[] =>
  world.requests.filter((request) => request.host === host).map(({ status }) => status);

test('the user’s own feed comes before all other sources, and they fill in what it lacks', async () => {
  const { refresh, snapshot, now } = setUp();
  publish(now(), { fx: { date: '2026-11-24', perUsd: { CNY: '7.2' } } });
  await refresh(false);
  const { quotes, fx, trouble } = await snapshot();
  expect(quotes.bitcoin).toMatchObject({ last: '105240.5', change24h: '0.8', source: 'feed' });
  expect([quotes.cardano?.source, quotes.solana?.last]).toEqual(['feed', '145.58']);
  expect([fx?.source, fx?.perUsd.CNY, trouble]).toEqual(['feed', '7.2', null]);
});

test('an unchanged feed is not downloaded again and stays valid', async () => {
  const { refresh, snapshot, now, pass } = setUp();
  publish(now());
  await refresh(false);
  for (let minute = 1; minute <= 3; minute += 1) {
    pass(MINUTE);
    await refresh(false);
  }
  expect(requestStatusesOf('prices.example.com').slice(2)).toEqual([304, 304]);
  expect((await snapshot()).quotes.bitcoin?.source).toBe('feed');
});

test('a feed that keeps answering 304 is ignored once its prices are outdated', async () => {
  const { refresh, snapshot, now, pass } = setUp();
  publish(now() - 13 * MINUTE);
  for (let minute = 0; minute < 3; minute += 1) {
    await refresh(false);
    pass(MINUTE - 1);
  }
  expect(requestStatusesOf('prices.example.com').at(-1)).toBe(304);
  expect((await snapshot()).quotes.bitcoin?.source).toBe('feed');
  await refresh(false);
  expect((await snapshot()).quotes.bitcoin).toMatchObject({ last: '105239.09', source: 'binance' });
});

test('an invalid feed is skipped, and the reason is stored', async () => {
  const { refresh, state, now } = setUp();
  publish(now(), { prices: { bitcoin: { last: 105 as never } } });
  await refresh(false);
  const { snapshot, health } = await state();
  expect(snapshot.quotes.bitcoin?.source).toBe('binance');
  expect(health.hosts['prices.example.com']?.lastFailure).toMatchObject({
    kind: 'bad-shape',
    detail: 'prices.bitcoin.last: not decimal text above zero',
  });
});
