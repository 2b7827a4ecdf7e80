import type { Language } from '../../core/i18n/language.ts';
import type { ControlWords } from './control.ts';
import { control as en } from './en.ts';
import { control as hans } from './zh-Hans.ts';
import { control as hant } from './zh-Hant.ts';

export const CONTROL: Readonly<Record<Language, ControlWords>> = { en, 'zh-Hans': hans, 'zh-Hant': hant };
