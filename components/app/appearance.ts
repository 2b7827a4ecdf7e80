import { type Language, languageOfTag } from '../../core/i18n/language.ts';
import { CURRENCY_DEFAULTS, type CurrencyCode } from '../../core/money/currency.ts';
import { defaultCurrency } from '../../core/money/default-currency.ts';
import { type ColorScheme, colorSchemeFor } from '../../core/settings/color-scheme.ts';
import { resolveAuto } from '../../core/settings/resolve-auto.ts';
import type { Settings } from '../../core/settings/settings.ts';

/** The appearance of popup and options, with every `auto` resolved. */
export interface Appearance {
  readonly language: Language;
  /** Tag for dates, collation and names of currencies: a regional variant of the language, never another language. */
  readonly locale: string;
  readonly currency: CurrencyCode;
  readonly colors: ColorScheme;
}

/**
 * Resolves the settings for a browser in the language `uiTag`. An explicitly set language also determines currency and colors; the
 * browser then only adds the region, and only if its language is the same.
 */
export function appearanceOf(settings: Settings, uiTag: string): Appearance {
  const spoken = languageOfTag(uiTag) ?? 'en';
  const language = resolveAuto(settings.language, spoken);
  const tag = language === spoken ? uiTag : language;
  return {
    language,
    locale: /^(en|zh)\b/i.test(tag) ? tag : language,
    currency: resolveAuto(settings.currency, defaultCurrency(CURRENCY_DEFAULTS, tag, language)),
    colors: colorSchemeFor(settings.colours, tag),
  };
}
