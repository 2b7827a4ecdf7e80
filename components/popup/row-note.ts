import type { Board, BoardRow } from '../../core/board.ts';
import { ageText } from '../../core/moment.ts';
import { type SourceTable, sourceLabel } from '../../core/source.ts';
import type { CommonWords } from '../../locales/common/common.ts';

const SLACK_MS = 60_000;

/** "Binance · 12 s ago". */
export function toldText(
  told: { readonly source: string; readonly at: number },
  now: number,
  sources: SourceTable,
  words: CommonWords,
): string {
  return `${sourceLabel(sources, told.source)} · ${ageText(words.ago, told.at, now)}`;
}

/** Does the heading's "source and age" not hold for this row: another source, or a price that missed a refresh? */
export function differsFromLead({ told }: BoardRow, { lead }: Board, periodMs: number): boolean {
  if (!told || lead.source === null || lead.at === null) return false;
  return told.source !== lead.source || lead.at - told.at > periodMs + SLACK_MS;
}
