import { LANGUAGES } from '../../core/i18n/language.ts';
import { COINS } from '../../core/market/coin-catalog.ts';
import { CURRENCY_CODES } from '../../core/money/currency.ts';
import { PERIOD_RANGE } from '../../core/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { hostOf } from '../../core/sources/source-info.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { PROVIDERS, RANKING_PROVIDER, USDT_USD_PROVIDERS } from '../../providers/index.ts';
import type { Facts } from './markers.ts';

/** Languages of the documents. */
export type DocumentLanguage = 'en' | 'zh-Hans';

/** Facts for documents that are not in the registries. */
export interface Stated {
  readonly sites: number;
  /** Minimum browser versions. */
  readonly chrome: string;
  readonly firefox: string;
  readonly node: string;
  /** Keyboard shortcuts by command name. */
  readonly shortcuts: Readonly<Record<string, string>>;
}

const UNITS = {
  en: { second: ' second', minute: ' minute', hour: ' hour', plural: 's' },
  'zh-Hans': { second: ' 秒', minute: ' 分钟', hour: ' 小时', plural: '' },
} as const;

const WORDS = {
  en: { comma: ', ', open: ' (', close: ')', otherwise: '; if it fails, ', to: ' to ' },
  'zh-Hans': { comma: '、', open: '（', close: '）', otherwise: '，没有响应时用 ', to: '到 ' },
} as const;

/** Formats a duration in the largest unit that gives an integer, e.g. `30 seconds`, `1 hour`. */
function duration(seconds: number, language: DocumentLanguage): string {
  const units = UNITS[language];
  const [unit, length] =
    seconds % 3600 === 0
      ? [units.hour, seconds / 3600]
      : seconds % 60 === 0
        ? [units.minute, seconds / 60]
        : [units.second, seconds];
  return `${length}${unit}${length === 1 ? '' : units.plural}`;
}

interface Source {
  readonly label: string;
  readonly origins: readonly string[];
}

/** Returns all facts that documents take from the code, in the document's language. */
export function factsIn(language: DocumentLanguage, stated: Stated): Facts {
  const words = WORDS[language];
  // British lists have no comma before the last word, like the rest of the text.
  const format = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'disjunction' });
  // A Chinese conjunction between Latin words needs spaces.
  const either = (texts: readonly string[]): string =>
    format.format(texts).replace(/(?<=[a-z])或(?=[a-z])/i, ' 或 ');
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const labels = (sources: readonly Source[]): string[] => sources.map(({ label }) => label);
  const withHosts = ({ label, origins }: Source): string => {
    const hosts = origins.map((origin) => `\`${hostOf(origin)}\``).join(words.otherwise);
    return label + words.open + hosts + words.close;
  };
  const hostsOf = (sources: readonly Source[]): string =>
    sources.flatMap(({ origins }) => origins.map((origin) => `\`${hostOf(origin)}\``)).join(words.comma);
  // The ranking source is described separately, because it provides more than prices.
  const others = PROVIDERS.filter(({ id }) => id !== RANKING_PROVIDER.id);
  const withPast = others.filter(({ candles }) => candles !== undefined);
  const withoutPast = others.filter(({ candles }) => candles === undefined);
  return {
    sites: `${stated.sites}`,
    coins: `${COINS.length}`,
    currencies: `${CURRENCY_CODES.length}`,
    languages: either(LANGUAGES.map((tag) => names.of(tag) ?? tag)),
    rows: `${DEFAULT_SETTINGS.rows}`,
    period: duration(DEFAULT_SETTINGS.periodSeconds, language),
    'period-range': [PERIOD_RANGE.min, PERIOD_RANGE.max]
      .map((seconds) => duration(seconds, language))
      .join(words.to),
    sources: labels(PROVIDERS).join(words.comma),
    'other-sources': labels(others).join(words.comma),
    'past-price-hosts': hostsOf(withPast),
    'past-price-sources': labels(withPast).join(words.comma),
    'price-hosts': hostsOf(withoutPast),
    'price-sources': labels(withoutPast).join(words.comma),
    'source-hosts': PROVIDERS.map(withHosts).join(words.comma),
    'past-sources': either(labels(PROVIDERS.filter(({ candles }) => candles !== undefined))),
    'dollar-sources': either(labels(USDT_USD_PROVIDERS)),
    'rate-source-hosts': FX_SOURCES.map(withHosts).join(words.comma),
    chrome: stated.chrome,
    firefox: stated.firefox,
    node: stated.node,
    ...Object.fromEntries(
      Object.entries(stated.shortcuts).map(([command, keys]) => [`key-${command}`, keys]),
    ),
  };
}
