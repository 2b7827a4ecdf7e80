import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failed } from '../core/sources/result.ts';
import { answerFrom } from '../tests/world-reach.ts';
import { startWorld, type World } from '../world/world.ts';
import { bybit } from './bybit.ts';

const AT = 1_760_000_000_000;
const [ORIGIN] = bybit.origins;

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

describe('errors', () => {
  const TOO_OFTEN = failed('rate-limited', 600_000);
  const page = 'The Amazon CloudFront distribution is configured to block access from your country.';
  test.each([
    ['too often, as JSON', { body: { retCode: 10006, retMsg: 'access too frequent' } }, TOO_OFTEN],
    ['too often, as text', { body: undefined, text: '403, Access too frequent' }, TOO_OFTEN],
    ['too often, as a JSON text', { body: 'access too frequent' }, TOO_OFTEN],
    ['a country’s page', { body: undefined, text: `<html><p>${page}</p></html>` }, failed('geo-blocked')],
    ['a page whose text is unknown', { body: undefined }, failed('geo-blocked')],
    ['a firewall’s page', { body: undefined, text: '<h1>403 Forbidden</h1>' }, null],
    ['words of no meaning', { body: { retCode: 1, retMsg: {} } }, null],
  ])('a 403 for %s', (_what, answer, expected) => {
    expect(bybit.explain?.({ status: 403, at: AT, ...answer })).toEqual(expected);
    expect(bybit.explain?.({ status: 500, at: AT, ...answer })).toBeNull();
  });
});

test('the budget is read, with its reset', async () => {
  const answer = await answerFrom(world, ORIGIN + bybit.request([]));
  expect(bybit.budget?.(answer)).toEqual({ remaining: 597, limit: 600, resetAt: answer.at });
  expect(bybit.budget?.({ ...answer, headers: {} })).toBeNull();
});
