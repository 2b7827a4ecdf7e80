import { MOST_WATCHED } from './page-settings.ts';
import type { Settings } from './settings.ts';

type Change<K extends keyof Settings> = (settings: Settings) => Pick<Settings, K>;

/** Puts a coin at the end of the watchlist, or takes it off. A full list stays as it is. */
export const watching =
  (id: string, watched: boolean): Change<'watchlist'> =>
  ({ watchlist }) => {
    const others = watchlist.filter((other) => other !== id);
    if (!watched) return { watchlist: others };
    return {
      watchlist: watchlist.includes(id) || watchlist.length >= MOST_WATCHED ? watchlist : [...others, id],
    };
  };

/** A list with one of its members a place further up (-1) or down (1); at either end it stays. */
export function moved(list: readonly string[], member: string, by: -1 | 1): readonly string[] {
  const from = list.indexOf(member);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(from, 1);
  next.splice(to, 0, member);
  return next;
}

/** Sources in the reader's order: the named ones first, the others after them in their own. */
export function inOrder<T extends { readonly id: string }>(
  sources: readonly T[],
  order: readonly string[],
): T[] {
  const named = order.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return [...named, ...sources.filter((source) => !order.includes(source.id))];
}

/** Switches a source on or off. The last one of its kind that is on stays on. */
export const switching =
  (id: string, on: boolean, kind: readonly string[]): Change<'sourcesOff'> =>
  ({ sourcesOff }) => {
    const others = sourcesOff.filter((other) => other !== id);
    if (on) return { sourcesOff: others };
    const isLast = kind.every((other) => other === id || sourcesOff.includes(other));
    return { sourcesOff: isLast ? sourcesOff : [...others, id] };
  };

/** Sets the mirror of a source; an empty address is none. */
export const mirroring =
  (id: string, address: string): Change<'mirrors'> =>
  ({ mirrors }) => {
    const { [id]: _before, ...others } = mirrors;
    return { mirrors: address ? { ...others, [id]: address } : others };
  };
