import type { PriceList, PriceRow } from '../../core/market/price-list.ts';

const SLACK_MS = 60_000;

/** Checks whether a row differs from the heading's source and age: another source, or a price that missed a refresh. */
export function differsFromLead(
  { quotedBy }: PriceRow,
  { primarySource }: PriceList,
  periodMs: number,
): boolean {
  if (!quotedBy || primarySource.source === null || primarySource.at === null) return false;
  return quotedBy.source !== primarySource.source || primarySource.at - quotedBy.at > periodMs + SLACK_MS;
}
