import { MOST_RULES, SITE_RULE } from './page-settings.ts';

/** Why a line is not taken into a list. known: it is there already. full: no more fit. bad: not of the list's form. */
export type EntryProblem = 'known' | 'full' | 'bad';

/** May this go onto the list? Null when it may. */
export function entryProblem(
  entry: string,
  list: readonly string[],
  most: number,
  form: RegExp,
): EntryProblem | null {
  if (!form.test(entry)) return 'bad';
  if (list.includes(entry)) return 'known';
  return list.length >= most ? 'full' : null;
}

export const ruleProblem = (rule: string, rules: readonly string[]): EntryProblem | null =>
  entryProblem(rule, rules, MOST_RULES, SITE_RULE);
