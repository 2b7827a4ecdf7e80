import type { Language } from '../../core/i18n/language.ts';
import type { DataWords } from './data.ts';
import { data as en } from './en.ts';
import { data as hans } from './zh-Hans.ts';
import { data as hant } from './zh-Hant.ts';

export const DATA: Readonly<Record<Language, DataWords>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
