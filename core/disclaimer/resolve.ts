import type { Language } from '../i18n/language.ts';
import { type DisclaimerRecord, type DisclaimerText, genericRecord, genericText } from './general.ts';
import type { Region } from './region.ts';
import { regionalText } from './regional.ts';

/** A disclaimer as shown, with its metadata. */
export interface ShownDisclaimer extends DisclaimerText, DisclaimerRecord {
  readonly region: Region;
  /** BCP 47 tag of the text. */
  readonly lang: string;
}

/** Returns all shown disclaimers: the general text in the user's language, then the regional text, if any. */
export function shownDisclaimers(region: Region, language: Language): readonly ShownDisclaimer[] {
  const general = {
    ...genericText(language),
    ...genericRecord(language),
    region: 'generic',
    lang: language,
  } as const;
  const regional = regionalText(region, language);
  return regional ? [general, regional] : [general];
}
