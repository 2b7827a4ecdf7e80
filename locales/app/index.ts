import type { Language } from '../../core/i18n/language.ts';
import type { AppWords } from './app.ts';
import { app as en } from './en.ts';
import { app as hans } from './zh-Hans.ts';
import { app as hant } from './zh-Hant.ts';

export const APP: Readonly<Record<Language, AppWords>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
