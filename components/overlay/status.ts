import { localMoment } from '../../core/i18n/time-text.ts';
import { sourceLabel } from '../../core/sources/source-info.ts';
import { sourceLine } from '../source-line.ts';
import type { PanelProps } from './props.ts';

/** The heading's second half: the source and age while prices are fresh; the state and the date once they are not. */
export function statusText({ primarySource, state, words, sources, now }: PanelProps): string {
  const { source, at } = primarySource;
  if (source === null || at === null) {
    return state === 'loading' ? words.states.loading : words.noAnswer;
  }
  if (state === 'live' || state === 'delayed') return sourceLine({ source, at }, now, sources, words);
  return `${words.states[state]} · ${sourceLabel(sources, source)}\n${words.asOf} ${localMoment(at, now)}`;
}
