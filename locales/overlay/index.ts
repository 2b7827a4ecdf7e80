import type { Language } from '../../core/language.ts';
import { overlay as en } from './en.ts';
import type { OverlayWords } from './overlay.ts';
import { overlay as hans } from './zh-Hans.ts';
import { overlay as hant } from './zh-Hant.ts';

export const OVERLAY: Readonly<Record<Language, OverlayWords>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
