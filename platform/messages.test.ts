import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Message } from '../core/storage/messages.ts';
import { type CommandHandlers, onCommand, sendCommand } from './messages.ts';

const { onMessage } = fakeBrowser.runtime;
const OURS = { id: fakeBrowser.runtime.id };
let received: Message[];

const receive = async (message: Message): Promise<void> => void received.push(message);
const HANDLERS: CommandHandlers = {
  refresh: receive,
  'open-options': receive,
  'read-article': async (message, tab) => {
    await receive(message);
    return { mentions: [], coins: [], published: tab?.id ?? null, pasts: {} };
  },
  history: async ({ ids }) => Object.fromEntries(ids.map((id) => [id, '1'])),
  day: receive,
  'removed-by-page': receive,
};

beforeEach(() => {
  fakeBrowser.reset();
  received = [];
  onCommand(HANDLERS);
});

/** Returns the listener's result: a promise if it handles the message, undefined if it ignores it. */
const send = (raw: unknown, sender: unknown): unknown => {
  const [result] = [onMessage.trigger(raw, sender as never, () => {})];
  return result;
};

test('a command of the extension is handled', async () => {
  await send({ type: 'refresh', userInitiated: true }, OURS);
  await send({ type: 'open-options' }, { ...OURS, tab: { id: 5 }, url: 'https://www.coindesk.com/' });
  expect(received).toEqual([{ type: 'refresh', userInitiated: true }, { type: 'open-options' }]);
});

test('the handler gets the page, and its result is the response', async () => {
  const tab = { ...OURS, tab: { id: 5 }, url: 'https://www.coindesk.com/' };
  const article = { lang: 'en', path: '/', blocks: ['BTC'], dates: [] };
  expect(await send({ type: 'read-article', article }, tab)).toEqual([
    { mentions: [], coins: [], published: 5, pasts: {} },
  ]);
  expect(received).toEqual([{ type: 'read-article', article }]);
  expect(await send({ type: 'history', ids: ['bitcoin', 'no id'], at: 1 }, OURS)).toEqual([{ bitcoin: '1' }]);
});

describe('the gate', () => {
  test.each([
    ['another extension', { id: 'abcdefghijklmnop' }],
    ['an unknown sender', {}],
    ['a page', { url: 'https://evil.example', origin: 'https://evil.example' }],
  ])('ignores %s', async (_who, sender) => {
    await send({ type: 'refresh', userInitiated: true }, sender);
    expect(received).toEqual([]);
  });

  test.each([
    { type: 'reset' },
    { type: 'refresh ' },
    'refresh',
    null,
    undefined,
    [],
    { userInitiated: true },
  ])('ignores anything but a command: no. %#', async (raw) => {
    await send(raw, OURS);
    expect(received).toEqual([]);
  });

  test('drops unknown fields of a command', async () => {
    await send({ type: 'refresh', userInitiated: 1, url: 'https://evil.example' }, OURS);
    expect(received).toEqual([{ type: 'refresh', userInitiated: false }]);
  });
});

test('a sent command arrives unchanged', async () => {
  const arrived: unknown[] = [];
  onMessage.addListener((raw) => void arrived.push(raw));
  await sendCommand({ type: 'refresh', userInitiated: true });
  expect(arrived).toEqual([{ type: 'refresh', userInitiated: true }]);
});
