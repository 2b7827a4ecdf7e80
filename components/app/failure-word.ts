import type { FailureKind } from '../../core/sources/result.ts';
import type { AppWords } from '../../locales/words/app.ts';

/** Describes a failure in the reader's language; returns the kind itself if it is unknown (stored by a later version). */
export const failureWord = (words: AppWords['failures'], kind: string): string =>
  Object.hasOwn(words, kind) ? words[kind as FailureKind] : kind;
