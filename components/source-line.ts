import { ageText } from '../core/i18n/time-text.ts';
import { type SourceTable, sourceLabel } from '../core/sources/source-info.ts';
import type { CommonWords } from '../locales/words/common.ts';

/** "Binance · 12 s ago": the source of a price, and its age. */
export const sourceLine = (
  { source, at }: { readonly source: string; readonly at: number },
  now: number,
  sources: SourceTable,
  words: Pick<CommonWords, 'ago'>,
): string => `${sourceLabel(sources, source)} · ${ageText(words.ago, at, now)}`;
