import type { Language } from '../core/i18n/language.ts';
import * as en from './en.ts';
import type { AppWords } from './words/app.ts';
import type { CommonWords } from './words/common.ts';
import type { ControlWords } from './words/control.ts';
import type { DataWords } from './words/data.ts';
import type { ManifestWords } from './words/manifest.ts';
import type { OverlayWords } from './words/overlay.ts';
import * as hans from './zh-Hans.ts';
import * as hant from './zh-Hant.ts';

// By subject, not by language: a bundle then takes only the subjects that it uses.

type Words<T> = Readonly<Record<Language, T>>;

/** All words of the panel. */
export type PanelWords = CommonWords & OverlayWords;

export const COMMON: Words<CommonWords> = {
  en: en.common,
  'zh-Hans': hans.common,
  'zh-Hant': hant.common,
};

/** All words of the panel: the common ones and its own. */
export const OVERLAY: Words<PanelWords> = {
  en: { ...en.common, ...en.overlay },
  'zh-Hans': { ...hans.common, ...hans.overlay },
  'zh-Hant': { ...hant.common, ...hant.overlay },
};

/** Words of popup and options page. */
export const APP: Words<AppWords> = {
  en: en.app,
  'zh-Hans': hans.app,
  'zh-Hant': hant.app,
};

/** Words of popup and options page about lists, sources and their answers. */
export const DATA: Words<DataWords> = {
  en: en.data,
  'zh-Hans': hans.data,
  'zh-Hant': hant.data,
};

/** Words of popup and options page about where the panel appears. */
export const CONTROL: Words<ControlWords> = {
  en: en.control,
  'zh-Hans': hans.control,
  'zh-Hant': hant.control,
};

/** Words that the browser reads itself; the build writes them into `_locales/`. */
export const MANIFEST: Words<ManifestWords> = {
  en: en.manifest,
  'zh-Hans': hans.manifest,
  'zh-Hant': hant.manifest,
};
