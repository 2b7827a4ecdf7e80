import type { ManifestWords } from '../locales/words/manifest.ts';

interface GeneratedFile {
  readonly contents: string;
  /** Path inside the extension. */
  readonly relativeDest: string;
}

/**
 * Generates the `_locales/` folder of the extension.
 *
 * @see https://developer.chrome.com/docs/extensions/reference/api/i18n
 */
export const localeFiles = (manifests: readonly ManifestWords[]): GeneratedFile[] =>
  manifests.map(({ locale, messages }) => ({
    relativeDest: `_locales/${locale}/messages.json`,
    contents: JSON.stringify(
      Object.fromEntries(Object.entries(messages).map(([name, message]) => [name, { message }])),
      null,
      2,
    ),
  }));
