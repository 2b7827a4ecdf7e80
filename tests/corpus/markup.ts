import { COINS } from '../../core/market/coin-catalog.ts';

/** A mention, marked by hand. */
export interface Label {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

export interface Labelled {
  readonly blocks: readonly string[];
  readonly labels: readonly Label[];
}

const ID_BY_SYMBOL = new Map(COINS.map(({ symbol, id }) => [symbol, id]));
const MARK = /\[\[([A-Z0-9]+)(?:\|([^\]]+))?\]\]/g;

/**
 * Parses marked text: `[[BTC|比特币]]` is the text 比特币, a mention of the coin BTC; `[[BTC]]` is the text BTC.
 * Blocks are separated by an empty line.
 */
export function readMarked(source: string): Labelled {
  const labels: Label[] = [];
  const blocks = source
    .trim()
    .split(/\n\s*\n/)
    .map((marked, block) => {
      let text = '';
      let from = 0;
      for (const match of marked.matchAll(MARK)) {
        const [whole, symbol = '', surface = symbol] = match;
        const id = ID_BY_SYMBOL.get(symbol);
        if (!id) throw new Error(`no such coin: ${whole}`);
        text += marked.slice(from, match.index);
        labels.push({ block, start: text.length, end: text.length + surface.length, id });
        text += surface;
        from = match.index + whole.length;
      }
      return text + marked.slice(from);
    });
  return { blocks, labels };
}
