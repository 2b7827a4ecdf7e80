import type { Snapshot } from '../../core/market/snapshot.ts';
import type { CurrencyCode } from '../../core/money/currency.ts';
import { type SourceTable, sourceLabel } from '../../core/sources/source-info.ts';
import type { ConversionWords } from '../../locales/words/app.ts';

/** Explains how the second currency is computed, in one or two sentences. */
export function conversionText(
  { fx, usdtUsd }: Snapshot,
  currency: CurrencyCode,
  sources: SourceTable,
  words: ConversionWords,
): string {
  const usdtRate = usdtUsd ? words.usdtRate(usdtUsd.rate) : words.usdtRateAssumed;
  if (currency === 'USD') return usdtRate;
  if (!fx?.perUsd[currency]) return words.missing(currency);
  return words.official(currency, fx.date, sourceLabel(sources, fx.source), usdtRate);
}
