/** Texts by marker name. */
export type Facts = Readonly<Record<string, string>>;

const MARKED = /<!-- generated:([a-z-]+) -->(.*?)<!-- \/generated -->/g;
const START = /<!-- generated:/g;
const END = /<!-- \/generated -->/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Fills in every `<!-- generated:NAME -->…<!-- /generated -->` in a Markdown text. A pair must be on one line. Throws
 * on a name without a fact, a marker without an end, and a marker at the start of a line, because Markdown then treats
 * the whole line as HTML and does not format it.
 */
export function fillMarkers(text: string, facts: Facts): string {
  if (/^ {0,3}<!-- generated:/m.test(text)) throw new Error('a marker is at the start of a line');
  const pairs = count(text, MARKED);
  if (count(text, START) !== pairs || count(text, END) !== pairs)
    throw new Error('a marker has no end in its line');
  return text.replace(MARKED, (_all, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`unknown fact: ${name}`);
    return `<!-- generated:${name} -->${fact}<!-- /generated -->`;
  });
}
