import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Message } from '../core/storage/messages.ts';
import { type CommandHandlers, onCommand, sendCommand } from './messages.ts';

const { onMessage } = fakeBrowser.runtime;
const OURS = { id: fakeBrowser.runtime.id };
let heard: Message[];

const hear = async (message: Message): Promise<void> => void heard.push(message);
const HANDLERS: CommandHandlers = {
  refresh: hear,
  'open-options': hear,
  'read-article': async (message, tab) => {
    await hear(message);
    return { mentions: [], coins: [], published: tab?.id ?? null, pasts: {} };
  },
  history: async ({ ids }) => Object.fromEntries(ids.map((id) => [id, '1'])),
  day: hear,
  'removed-by-page': hear,
};

beforeEach(() => {
  fakeBrowser.reset();
  heard = [];
  onCommand(HANDLERS);
});

/** What the listener returned: a promise when it took the message, undefined when it is none of its business. */
const send = (raw: unknown, sender: unknown): unknown => {
  const [result] = [onMessage.trigger(raw, sender as never, () => {})];
  return result;
};

test('a command of our own is carried out', async () => {
  await send({ type: 'refresh', userInitiated: true }, OURS);
  await send({ type: 'open-options' }, { ...OURS, tab: { id: 5 }, url: 'https://www.coindesk.com/' });
  expect(heard).toEqual([{ type: 'refresh', userInitiated: true }, { type: 'open-options' }]);
});

test('what a handler resolves to is the answer, and it is given the page', async () => {
  const tab = { ...OURS, tab: { id: 5 }, url: 'https://www.coindesk.com/' };
  const article = { lang: 'en', path: '/', blocks: ['BTC'], dates: [] };
  expect(await send({ type: 'read-article', article }, tab)).toEqual([
    { mentions: [], coins: [], published: 5, pasts: {} },
  ]);
  expect(heard).toEqual([{ type: 'read-article', article }]);
  expect(await send({ type: 'history', ids: ['bitcoin', 'no id'], at: 1 }, OURS)).toEqual([{ bitcoin: '1' }]);
});

describe('the gate', () => {
  test.each([
    ['another extension', { id: 'abcdefghijklmnop' }],
    ['nobody', {}],
    ['a page', { url: 'https://evil.example', origin: 'https://evil.example' }],
  ])('ignores %s', async (_who, sender) => {
    await send({ type: 'refresh', userInitiated: true }, sender);
    expect(heard).toEqual([]);
  });

  test.each([
    { type: 'reset' },
    { type: 'refresh ' },
    'refresh',
    null,
    undefined,
    [],
    { userInitiated: true },
  ])('ignores what is no command: no. %#', async (raw) => {
    await send(raw, OURS);
    expect(heard).toEqual([]);
  });

  test('takes from a command only what is known', async () => {
    await send({ type: 'refresh', userInitiated: 1, url: 'https://evil.example' }, OURS);
    expect(heard).toEqual([{ type: 'refresh', userInitiated: false }]);
  });
});

test('a command that is sent arrives as it is', async () => {
  const arrived: unknown[] = [];
  onMessage.addListener((raw) => void arrived.push(raw));
  await sendCommand({ type: 'refresh', userInitiated: true });
  expect(arrived).toEqual([{ type: 'refresh', userInitiated: true }]);
});
