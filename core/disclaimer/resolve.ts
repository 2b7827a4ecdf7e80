import type { Language } from '../i18n/language.ts';
import { type DisclaimerRecord, type DisclaimerText, genericRecord, genericText } from './general.ts';
import type { Region } from './region.ts';
import { regionalText } from './regional.ts';

/** A text as it is shown, with what stands behind it. */
export interface ShownDisclaimer extends DisclaimerText, DisclaimerRecord {
  readonly region: Region;
  /** BCP 47 tag of the text. */
  readonly lang: string;
}

/** All that a reader is shown: the general text in their own language, then that of the region, if it has one. */
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
