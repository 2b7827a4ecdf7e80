import { expect, test } from 'vitest';
import {
  acceptRead,
  finishWrite,
  makeChoice,
  NO_CHOICES,
  type PendingChoices,
  startRead,
  withChoices,
} from './pending-choices.ts';

interface Stored {
  readonly a: number;
  readonly b: number;
}
type Choices = PendingChoices<Partial<Stored>>;

const STORED: Stored = { a: 1, b: 1 };
const accepted = (choices: Choices, seq: number): Choices => {
  const next = acceptRead(choices, seq);
  if (!next) throw new Error('overtaken by a newer read');
  return next;
};

test('a read that is overtaken by a newer one is dropped', () => {
  const choices = startRead(startRead<Partial<Stored>>(NO_CHOICES));
  const next = accepted(choices, 2);
  expect(acceptRead(next, 1)).toBeUndefined();
  expect(acceptRead(next, 2)).toBeUndefined();
});

test('a choice overrides a read that started before it, and one that started during its write', () => {
  let choices: Choices = startRead<Partial<Stored>>(NO_CHOICES);
  choices = makeChoice(choices, { a: 2 });
  choices = startRead(choices);
  choices = accepted(choices, 1);
  expect(withChoices(STORED, choices)).toEqual({ a: 2, b: 1 });
  choices = accepted(finishWrite(choices, 1), 2);
  expect(withChoices(STORED, choices)).toEqual({ a: 2, b: 1 });
});

test('a read that started after the write returns what is stored, whichever view wrote it', () => {
  const unwritten = makeChoice<Partial<Stored>>(NO_CHOICES, { a: 2 });
  const choices = finishWrite(unwritten, unwritten.made);
  expect(withChoices(STORED, accepted(startRead(choices), 1))).toEqual(STORED);
});

test('of two choices the later one wins, and other fields keep the value that was read', () => {
  const choices = makeChoice(makeChoice<Partial<Stored>>(NO_CHOICES, { a: 2 }), { a: 3 });
  expect(withChoices(STORED, choices)).toEqual({ a: 3, b: 1 });
});
