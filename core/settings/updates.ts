import { MAX_WATCHED } from './page-settings.ts';
import type { Settings } from './settings.ts';

type Change<K extends keyof Settings> = (settings: Settings) => Pick<Settings, K>;

/** Appends a coin to the watchlist, or removes it. A full list stays unchanged. */
export const watching =
  (id: string, watched: boolean): Change<'watchlist'> =>
  ({ watchlist }) => {
    const others = watchlist.filter((other) => other !== id);
    if (!watched) return { watchlist: others };
    return {
      watchlist: watchlist.includes(id) || watchlist.length >= MAX_WATCHED ? watchlist : [...others, id],
    };
  };

/** Moves a member of a list one place up (-1) or down (1), but not beyond either end. */
export function moved(list: readonly string[], member: string, by: -1 | 1): readonly string[] {
  const from = list.indexOf(member);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return list;
  const next = [...list];
  next.splice(from, 1);
  next.splice(to, 0, member);
  return next;
}

/** Sorts sources: those in the reader's order first, then the others in bundled order. */
export function inOrder<T extends { readonly id: string }>(
  sources: readonly T[],
  order: readonly string[],
): T[] {
  const named = order.flatMap((id) => sources.find((source) => source.id === id) ?? []);
  return [...named, ...sources.filter((source) => !order.includes(source.id))];
}

/** Switches a source on or off. The last source of its kind stays on. */
export const switching =
  (id: string, on: boolean, kind: readonly string[]): Change<'sourcesOff'> =>
  ({ sourcesOff }) => {
    const others = sourcesOff.filter((other) => other !== id);
    if (on) return { sourcesOff: others };
    const isLast = kind.every((other) => other === id || sourcesOff.includes(other));
    return { sourcesOff: isLast ? sourcesOff : [...others, id] };
  };

/** Sets the mirror of a source; an empty URL removes it. */
export const mirroring =
  (id: string, address: string): Change<'mirrors'> =>
  ({ mirrors }) => {
    const { [id]: _before, ...others } = mirrors;
    return { mirrors: address ? { ...others, [id]: address } : others };
  };
