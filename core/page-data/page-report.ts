import { COIN_ID } from '../market/coin.ts';
import { isRecord } from '../storage/guards.ts';
import type { PageReport } from '../storage/messages.ts';

const PANELS = ['open', 'folded', 'hidden', 'off', 'removed-by-page'] as const;
const SITE = /^[a-z0-9.-]{1,253}$/;
const MOST_COINS = 100;

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) > 0;

/** Reads what the script on a page says of it, as if an enemy had written it; null when it is no report. */
export function parsePageReport(raw: unknown): PageReport | null {
  if (!isRecord(raw) || typeof raw.site !== 'string' || !SITE.test(raw.site)) return null;
  const panel = PANELS.find((name) => name === raw.panel);
  if (!panel) return null;
  const { coins, published } = raw;
  return {
    site: raw.site,
    panel,
    coins: Array.isArray(coins) ? readCoins(coins) : null,
    published: Number.isFinite(published) && (published as number) > 0 ? (published as number) : null,
  };
}

function readCoins(raw: readonly unknown[]): { id: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const coin of raw.slice(0, MOST_COINS)) {
    if (!isRecord(coin) || typeof coin.id !== 'string' || !COIN_ID.test(coin.id)) continue;
    if (isCount(coin.count) && !counts.has(coin.id)) counts.set(coin.id, coin.count);
  }
  return [...counts].map(([id, count]) => ({ id, count }));
}
