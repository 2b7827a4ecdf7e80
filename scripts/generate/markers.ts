/** Texts by the name of their marker. */
export type Facts = Readonly<Record<string, string>>;

const MARKED = /<!-- generated:([a-z-]+) -->(.*?)<!-- \/generated -->/g;
const START = /<!-- generated:/g;
const END = /<!-- \/generated -->/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/**
 * Fills in every `<!-- generated:NAME -->…<!-- /generated -->` of a Markdown text; a pair stays within its line.
 * Throws on a name without a fact, on a marker without its end, and on one at the start of a line, because there Markdown
 * takes the whole line for HTML and shows its links and stars as they are typed.
 */
export function fillMarkers(text: string, facts: Facts): string {
  if (/^ {0,3}<!-- generated:/m.test(text)) throw new Error('a marker is at the start of a line');
  const pairs = count(text, MARKED);
  if (count(text, START) !== pairs || count(text, END) !== pairs)
    throw new Error('a marker has no end in its line');
  return text.replace(MARKED, (_all, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`nothing is known as ${name}`);
    return `<!-- generated:${name} -->${fact}<!-- /generated -->`;
  });
}
