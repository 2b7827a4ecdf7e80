import { chosen } from '../../core/chosen.ts';
import { type ColourScheme, coloursFor } from '../../core/colours.ts';
import { CURRENCY_DEFAULTS, type CurrencyCode } from '../../core/currency.ts';
import { defaultCurrency } from '../../core/default-currency.ts';
import { type Language, languageOfTag } from '../../core/language.ts';
import type { Settings } from '../../core/settings.ts';

/** How popup and options look to this reader: every `auto` resolved. */
export interface Look {
  readonly language: Language;
  /** Tag for dates, collation and names of currencies: a regional variety of the language, never another one. */
  readonly locale: string;
  readonly currency: CurrencyCode;
  readonly colours: ColourScheme;
}

/**
 * Resolves the settings for a browser in the language `uiTag`. A language the reader chose also decides currency and
 * colours; the browser then only adds the region, and only if it speaks the same language.
 */
export function lookOf(settings: Settings, uiTag: string): Look {
  const spoken = languageOfTag(uiTag) ?? 'en';
  const language = chosen(settings.language, spoken);
  const tag = language === spoken ? uiTag : language;
  return {
    language,
    locale: /^(en|zh)\b/i.test(tag) ? tag : language,
    currency: chosen(settings.currency, defaultCurrency(CURRENCY_DEFAULTS, tag, language)),
    colours: coloursFor(settings.colours, tag),
  };
}
