import type { FailureKind } from '../../core/sources/result.ts';
import type { AppWords } from '../../locales/words/app.ts';

/** What happened, in the reader's language; the bare kind when a later version stored one that is not known here. */
export const failureWord = (words: AppWords['failures'], kind: string): string =>
  Object.hasOwn(words, kind) ? words[kind as FailureKind] : kind;
