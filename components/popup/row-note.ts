import type { PriceList, PriceRow } from '../../core/market/price-list.ts';

const SLACK_MS = 60_000;

/** Does the heading's "source and age" not hold for this row: another source, or a price that missed a refresh? */
export function differsFromLead(
  { quotedBy: told }: PriceRow,
  { primarySource }: PriceList,
  periodMs: number,
): boolean {
  if (!told || primarySource.source === null || primarySource.at === null) return false;
  return told.source !== primarySource.source || primarySource.at - told.at > periodMs + SLACK_MS;
}
