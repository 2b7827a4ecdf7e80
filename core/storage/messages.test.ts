import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMessage } from './message-schema.ts';

test.each([
  [
    { type: 'refresh', userInitiated: true },
    { type: 'refresh', userInitiated: true },
  ],
  [
    { type: 'refresh', userInitiated: false },
    { type: 'refresh', userInitiated: false },
  ],
  [{ type: 'refresh' }, { type: 'refresh', userInitiated: false }],
  [
    { type: 'refresh', userInitiated: 'true', url: 'https://evil.example' },
    { type: 'refresh', userInitiated: false },
  ],
  [{ type: 'open-options', userInitiated: true }, { type: 'open-options' }],
  [
    { type: 'history', ids: ['bitcoin', 'BAD', 7, 'solana'], at: 5, week: true },
    { type: 'history', ids: ['bitcoin', 'solana'], at: 5 },
  ],
  [
    { type: 'day', id: 'bitcoin', at: 5 },
    { type: 'day', id: 'bitcoin' },
  ],
  [{ type: 'day', id: 'BAD' }, null],
  [{ type: 'day' }, null],
  [{ type: 'history', ids: ['bitcoin'], at: 'yesterday' }, null],
  [{ type: 'history', ids: ['bitcoin'], at: 0 }, null],
  [{ type: 'history', ids: 'bitcoin', at: 5 }, null],
  [{ type: 'REFRESH' }, null],
  [{ type: 'read', key: 'settings' }, null],
  [{}, null],
  ['refresh', null],
  [['refresh'], null],
  [null, null],
  [undefined, null],
])('message no. %#', (raw, message) => {
  expect(parseMessage(raw)).toEqual(message);
});

test('any value is one of the commands or null', () => {
  fc.assert(
    fc.property(fc.anything(), (raw) => {
      expect([undefined, 'refresh', 'open-options']).toContain(parseMessage(raw)?.type);
    }),
  );
});
