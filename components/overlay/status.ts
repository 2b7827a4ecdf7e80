import { localMoment } from '../../core/moment.ts';
import { sourceLabel } from '../../core/source.ts';
import { toldText } from '../told.ts';
import type { PanelProps } from './props.ts';

/** The heading's second half: the source and age while prices are fresh; the state and the date once they are not. */
export function statusText({ lead, state, words, sources, now }: PanelProps): string {
  const { source, at } = lead;
  if (source === null || at === null) {
    return state === 'loading' ? words.states.loading : words.noAnswer;
  }
  if (state === 'live' || state === 'ageing') return toldText({ source, at }, now, sources, words);
  return `${words.states[state]} · ${sourceLabel(sources, source)}\n${words.asOf} ${localMoment(at, now)}`;
}
