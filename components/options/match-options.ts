// NFKC: full-width letters, which Chinese input methods type, match normal ones.
const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Translations of a text, by the text. */
export type Translations = ReadonlyMap<string, readonly string[]>;

/** Returns the translations of all plain texts in catalogs of the same shape. */
export function translationsOf(catalogs: readonly unknown[]): Translations {
  const known = new Map<string, string[]>();
  collect(catalogs, known);
  return known;
}

function collect(values: readonly unknown[], known: Map<string, string[]>): void {
  const texts = values.filter((value) => typeof value === 'string');
  for (const text of texts) known.set(text, [...(known.get(text) ?? []), ...texts]);
  const groups = values.filter((value) => typeof value === 'object' && value !== null);
  const names = new Set(groups.flatMap((group) => Object.keys(group)));
  for (const name of names) {
    const inner = groups.map((group) => (group as Readonly<Record<string, unknown>>)[name]);
    collect(inner, known);
  }
}

/** Checks whether all words of a query are in these texts or their translations. An empty query always matches. */
export function isIn(texts: readonly string[], query: string, translations: Translations): boolean {
  const all = searchable(
    texts.flatMap((text) => [text, ...(translations.get(text.trim()) ?? [])]).join('\n'),
  );
  return searchable(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
