import { findMentions } from '../../core/article/mentions/find-mentions.ts';
import type { Label, Labelled } from './markup.ts';

/** The agreement of found and marked mentions, by exact span and coin. */
export interface Figures {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

export interface Measured extends Figures {
  /** The differences as text: `+` found but not marked, `-` marked but not found. */
  readonly differences: readonly string[];
}

const keyOf = ({ block, start, end, id }: Label): string => `${block}:${start}:${end}:${id}`;

export function measure({ blocks, labels }: Labelled): Measured {
  const found = findMentions(blocks).mentions;
  const marked = new Set(labels.map(keyOf));
  const got = new Set(found.map(keyOf));
  const say = (sign: string, { block, start, end, id }: Label): string => {
    const text = blocks[block] ?? '';
    return `${sign} ${id} ${text.slice(Math.max(0, start - 24), start)}【${text.slice(start, end)}】${text.slice(end, end + 24)}`;
  };
  const wrong = found.filter((label) => !marked.has(keyOf(label)));
  const missed = labels.filter((label) => !got.has(keyOf(label)));
  return {
    right: found.length - wrong.length,
    wrong: wrong.length,
    missed: missed.length,
    differences: [...wrong.map((label) => say('+', label)), ...missed.map((label) => say('-', label))],
  };
}

export const add = (all: readonly Figures[]): Figures => ({
  right: all.reduce((sum, { right }) => sum + right, 0),
  wrong: all.reduce((sum, { wrong }) => sum + wrong, 0),
  missed: all.reduce((sum, { missed }) => sum + missed, 0),
});

export const precisionOf = ({ right, wrong }: Figures): number =>
  right + wrong ? right / (right + wrong) : 1;
export const recallOf = ({ right, missed }: Figures): number =>
  right + missed ? right / (right + missed) : 1;
