import { LANGUAGES } from '../../core/i18n/language.ts';
import {
  dueDate,
  fromTemplate,
  insertBefore,
  type Repository,
  type Scaffold,
  ScaffoldError,
  variableName,
} from './scaffold.ts';

// Languages with several scripts or regional variants need more than this scaffold: see how core/i18n/language.ts distinguishes
// Chinese.
const PRIMARY = /^[a-z]{2,3}$/;

/** Creates a language whose texts are still in English, to be translated. */
export function newLanguage(tag: string, { read, today }: Repository): Scaffold {
  const ownName = PRIMARY.test(tag)
    ? new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag)
    : undefined;
  if (ownName === undefined) {
    throw new ScaffoldError(`${tag} is no language: write its code as in ja or vi, without script or region`);
  }
  if (LANGUAGES.some((language) => language.split('-')[0] === tag))
    throw new ScaffoldError(`${tag} is spoken already`);
  const name = variableName(tag);
  const todo = fromTemplate('untranslated', { due: dueDate(today) });
  return {
    created: {
      [`locales/${tag}.ts`]: insertBefore(read('locales/en.ts'), /export const manifest/, todo)
        .replace("locale: 'en'", `locale: '${tag}'`)
        .replace("language: 'English'", () => `language: '${ownName.replaceAll("'", "\\'")}'`),
    },
    changed: {
      'locales/index.ts': withEntries(
        insertBefore(
          read('locales/index.ts'),
          /import \* as en /,
          `import * as ${name} from './${tag}.ts';\n`,
        ),
        (line) => line.replace('en:', `${name}:`).replaceAll('en.', `${name}.`),
      ),
      'core/disclaimer/general-text.ts': withEntries(
        insertBefore(read('core/disclaimer/general-text.ts'), /\/\*\* /, todo),
        (line) => line.replace('en:', `${name}:`),
      ),
      // Disclaimers are in English until they are translated.
      'core/disclaimer/general.test.ts': read('core/disclaimer/general.test.ts').replace(
        /^ {6}en(: \[.*\],\n)/m,
        (line, words: string) => `${line}      ${name}${words}`,
      ),
      'core/i18n/language.ts': insertBefore(
        read('core/i18n/language.ts'),
        /(?<=LANGUAGES = \[[^\]]*)\] as const/,
        `, '${tag}'`,
      ),
      'core/i18n/language.test.ts': insertBefore(
        read('core/i18n/language.test.ts'),
        / {4}\['en', 'en'\],\n/,
        `    ['${tag}', '${tag}'],\n    ['${tag}-Latn-x-test', '${tag}'],\n`,
      ),
    },
    steps: [
      `Translate locales/${tag}.ts. Its \`locale\` has to be a code that Chrome knows (chrome.i18n, "Supported locales").`,
      'Translate the two sentences in core/disclaimer/general-text.ts: they stand beside every price. What they must say is in general.test.ts beside it.',
      'Look at panel, popup and options in it: npm run dev, and choose the language in the options.',
    ],
  };
}

/** Adds an entry to each list that has one for English, with its changed lines. */
const withEntries = (text: string, change: (entry: string) => string): string =>
  text.replace(
    /^ {2}en:(.*\n(?: {4}.*\n)*)((?: {2}.*\n)*)(?=\};)/gm,
    (all, entry: string) => all + change(`  en:${entry}`),
  );
