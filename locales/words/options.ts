import type { DisclaimerRecord } from '../../core/disclaimer/general.ts';
import type { Settings, SettingsProblem } from '../../core/settings/settings.ts';

type Choice<K extends keyof Settings> = Readonly<Record<Settings[K] & string, string>>;

/** Words about settings that could not be read. */
export interface BackupWords {
  readonly title: string;
  readonly problems: Readonly<Record<Exclude<SettingsProblem, 'bad-fields'>, string>>;
  badFields(names: readonly string[]): string;
  kept(time: string): string;
  readonly raw: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly discard: string;
}

export interface SitesWords {
  readonly title: string;
  readonly hint: string;
  readonly filter: string;
  count(all: number, hidden: number): string;
  none(query: string): string;
}

/** Words of the options page. */
export interface OptionsWords {
  readonly saved: string;
  readonly saveFailed: string;
  readonly display: string;
  readonly prices: string;
  readonly panel: string;
  readonly sources: string;
  readonly about: string;
  readonly automatic: string;
  /** Names of the choices, here and where one of them could not be read. */
  readonly fields: Readonly<Record<Exclude<keyof Settings, 'v'>, string>>;
  currencyHint(here: string): string;
  rowsHint(min: number, max: number): string;
  readonly coloursHint: string;
  readonly languageHint: string;
  readonly colours: Choice<'colours'>;
  readonly themes: Choice<'theme'>;
  period(seconds: number): string;
  readonly periodHint: string;
  readonly otherPeriod: string;
  readonly exactPeriod: string;
  exactHint(min: number, max: number): string;
  readonly seconds: string;
  outOfRange(min: number, max: number): string;
  readonly panelHint: string;
  readonly panelOff: string;
  readonly sites: SitesWords;
  readonly priceOrder: string;
  readonly rateOrder: string;
  readonly inUse: string;
  ranking(source: string): string;
  ratesOf(date: string, source: string): string;
  readonly noRates: string;
  readonly shortText: string;
  readonly textId: string;
  readonly version: string;
  readonly basis: string;
  readonly status: string;
  readonly statuses: Readonly<Record<DisclaimerRecord['status'], string>>;
  readonly privacy: readonly string[];
  readonly license: string;
  readonly reset: string;
  readonly resetQuestion: string;
  readonly cancel: string;
  readonly backup: BackupWords;
}
