import { ageText, localMoment } from '../../core/moment.ts';
import { sourceLabel } from '../../core/source.ts';
import type { PanelProps } from './props.ts';

/** "Binance · 12 s ago" for prices of one source and time. */
export function toldText(
  told: { source: string; at: number },
  { sources, words, now }: Pick<PanelProps, 'sources' | 'words' | 'now'>,
): string {
  return `${sourceLabel(sources, told.source)} · ${ageText(words.ago, told.at, now)}`;
}

/** The heading's second half: the source and age while prices are fresh; the state and the date once they are not. */
export function statusText(props: PanelProps): string {
  const { board, words, sources, now } = props;
  const { source, at } = board.lead;
  if (source === null || at === null) {
    return board.state === 'loading' ? words.states.loading : words.noAnswer;
  }
  if (board.state === 'live' || board.state === 'ageing') return toldText({ source, at }, props);
  return `${words.states[board.state]} · ${sourceLabel(sources, source)}\n${words.asOf} ${localMoment(at, now)}`;
}
