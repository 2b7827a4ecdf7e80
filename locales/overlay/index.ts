import type { Language } from '../../core/i18n/language.ts';
import type { CommonWords } from '../common/common.ts';
import { COMMON } from '../common/index.ts';
import { overlay as en } from './en.ts';
import type { OverlayWords } from './overlay.ts';
import { overlay as hans } from './zh-Hans.ts';
import { overlay as hant } from './zh-Hant.ts';

/** All words of the panel. */
export type PanelWords = CommonWords & OverlayWords;

export const OVERLAY: Readonly<Record<Language, PanelWords>> = {
  en: { ...COMMON.en, ...en },
  'zh-Hans': { ...COMMON['zh-Hans'], ...hans },
  'zh-Hant': { ...COMMON['zh-Hant'], ...hant },
};
