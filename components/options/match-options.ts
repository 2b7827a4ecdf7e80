// NFKC: full-width letters, as Chinese keyboards type them, are the same letters.
const searchable = (text: string): string => text.normalize('NFKC').toLowerCase();

/** What a text of one language is called in the others, by the text. */
export type Translations = ReadonlyMap<string, readonly string[]>;

/** All plain texts of catalogues of one shape, each with its counterparts. */
export function translationsOf(catalogues: readonly unknown[]): Translations {
  const known = new Map<string, string[]>();
  collect(catalogues, known);
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

/** Are all words of a query in these texts, or in what they are called in another language? An empty query is in any. */
export function isIn(texts: readonly string[], query: string, translations: Translations): boolean {
  const all = searchable(
    texts.flatMap((text) => [text, ...(translations.get(text.trim()) ?? [])]).join('\n'),
  );
  return searchable(query)
    .split(/\s+/)
    .every((word) => all.includes(word));
}
