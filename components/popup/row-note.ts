import type { Board, BoardRow } from '../../core/board.ts';

const SLACK_MS = 60_000;

/** Does the heading's "source and age" not hold for this row: another source, or a price that missed a refresh? */
export function differsFromLead({ told }: BoardRow, { lead }: Board, periodMs: number): boolean {
  if (!told || lead.source === null || lead.at === null) return false;
  return told.source !== lead.source || lead.at - told.at > periodMs + SLACK_MS;
}
