import { expect, test } from 'vitest';
import { readArguments } from './arguments.ts';

test.each([
  [['--out', 'x.json'], { out: 'x.json', watch: false, period: 60, coins: null }],
  [['--out=x.json', '--coins', '20'], { out: 'x.json', watch: false, period: 60, coins: 20 }],
  [['--watch', '--period', '300', '--out', 'x'], { out: 'x', watch: true, period: 300, coins: null }],
  [['--help', '--out', 'x'], 'help'],
])('%j', (args, options) => {
  expect(readArguments(args)).toEqual(options);
});

test.each([
  [[], '--out FILE is missing'],
  [['--out', ''], '--out FILE is missing'],
  [['--out'], /Option '--out <value>' argument missing/],
  [['--out', 'x', '--period', '5'], '--period needs --watch'],
  [['--out', 'x', '--watch', '--period', '0'], '--period 0: not a whole number from 1 to 3600'],
  [['--out', 'x', '--watch', '--period', '3601'], '--period 3601: not a whole number from 1 to 3600'],
  [['--out', 'x', '--watch', '--period', '1.5'], '--period 1.5: not a whole number from 1 to 3600'],
  [['--out', 'x', '--coins', '1e2'], '--coins 1e2: not a whole number from 1 to 400'],
  [['--out', 'x', '--coins', '0'], '--coins 0: not a whole number from 1 to 400'],
  [['--out', 'x', '--fast'], /Unknown option '--fast'/],
  [['--out', 'x', 'y'], /Unexpected argument 'y'/],
])('%j is rejected with a one-line reason', (args, reason) => {
  const read = readArguments(args);
  if (read === 'help' || !('problem' in read)) throw new Error('not rejected');
  expect(read.problem).toMatch(reason);
  expect(read.problem).not.toContain('\n');
});
