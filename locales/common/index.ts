import type { Language } from '../../core/i18n/language.ts';
import type { CommonWords } from './common.ts';
import { common as en } from './en.ts';
import { common as hans } from './zh-Hans.ts';
import { common as hant } from './zh-Hant.ts';

export const COMMON: Readonly<Record<Language, CommonWords>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
