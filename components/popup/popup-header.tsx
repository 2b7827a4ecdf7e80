import { localMoment } from '../../core/i18n/time-text.ts';
import type { PriceList } from '../../core/market/price-list.ts';
import { type SourceTable, sourceLabel } from '../../core/sources/source-info.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import { IconButton } from '../app/icon-button.tsx';
import { OptionsIcon, RefreshIcon } from '../app/icons.tsx';
import { sourceLine } from '../source-line.ts';

export interface PopupHeaderProps {
  readonly board: PriceList;
  readonly now: number;
  readonly online: boolean;
  readonly sources: SourceTable;
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly busy: boolean;
  readonly title: string;
  /** What the list is ordered by, as an addition to its title. */
  readonly measure: string;
  onRefresh(): void;
  onOptions(): void;
}

/** Title, source and age of the prices, and the two buttons. */
export function PopupHeader(props: PopupHeaderProps) {
  const { board, words, app, busy, title, measure } = props;
  const alarming = board.state === 'stale' || board.state === 'offline';
  return (
    <header>
      <div class="heading">
        <h1>
          {title} <span class="measure">{measure}</span>
        </h1>
        <p class={`state ${board.state}`}>
          <span class="dot" />
          {priceStateText(props)}
        </p>
        {/* Announced when the state gets worse, but not on every tick. */}
        <p class="unseen" role="status">
          {alarming && words.states[board.state]}
        </p>
      </div>
      <IconButton
        look={busy ? 'tool busy' : 'tool'}
        label={busy ? app.popup.refreshing : words.refresh}
        disabled={busy}
        onPress={() => props.onRefresh()}
      >
        <RefreshIcon />
      </IconButton>
      <IconButton label={words.options} onPress={() => props.onOptions()}>
        <OptionsIcon />
      </IconButton>
    </header>
  );
}

function priceStateText({ board, now, online, sources, words, app }: PopupHeaderProps): string {
  const { source, at } = board.primarySource;
  if (source === null || at === null) {
    // "Offline" would be wrong: there is a network, but no source answers.
    return board.state === 'offline' && online ? app.popup.noAnswer : words.states[board.state];
  }
  if (board.state === 'live' || board.state === 'delayed')
    return sourceLine({ source, at }, now, sources, words);
  return `${words.states[board.state]} · ${sourceLabel(sources, source)} · ${words.asOf} ${localMoment(at, now)}`;
}
