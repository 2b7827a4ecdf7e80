import { useState } from 'preact/hooks';
import { makeBoard } from '../../core/board.ts';
import { COIN_BY_ID } from '../../core/catalogue.ts';
import { GENERIC } from '../../core/disclaimer.ts';
import { localMoment } from '../../core/moment.ts';
import type { HotList } from '../../core/page-settings.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { SourceTable } from '../../core/source.ts';
import { APP } from '../../locales/app/index.ts';
import { COMMON } from '../../locales/common/index.ts';
import type { ListsWords } from '../../locales/data/data.ts';
import { DATA } from '../../locales/data/index.ts';
import { conversionText } from '../app/conversion.ts';
import type { Look } from '../app/look.ts';
import { CoinTable } from './coin-table.tsx';
import { ListTabs } from './list-tabs.tsx';
import { type Attribution, PopupFooter } from './popup-footer.tsx';
import { PopupHeader } from './popup-header.tsx';
import { SearchField } from './search-field.tsx';
import { Failures, NoPrices, Waiting } from './trouble.tsx';

export interface PopupPageProps {
  readonly snapshot: Snapshot;
  readonly look: Look;
  readonly periodMs: number;
  /** Some stored settings could not be read. */
  readonly settingsTrouble: boolean;
  readonly now: number;
  readonly online: boolean;
  readonly sources: SourceTable;
  readonly attributions: readonly Attribution[];
  readonly busy: boolean;
  /** The list shown first. */
  readonly hotList: HotList;
  readonly watchlist: readonly string[];
  onWatch(id: string, watched: boolean): void;
  onRefresh(): void;
  onOptions(): void;
}

/** The popup: heading, search, the full list, the disclaimer. */
export function PopupPage(props: PopupPageProps) {
  const { snapshot, look, now, online, periodMs, sources } = props;
  const { language, currency } = look;
  const [words, app] = [COMMON[language], APP[language]];
  const [hotList, setHotList] = useState(props.hotList);
  const around = { now, online, periodMs };
  const board = makeBoard({
    snapshot,
    coins: COIN_BY_ID,
    language,
    currency,
    count: COIN_BY_ID.size,
    around,
    hotList,
    watchlist: props.watchlist,
  });
  return (
    <div class={`popup ${board.state}`} data-colours={look.colours}>
      <PopupHeader {...props} board={board} words={words} app={app} />
      {props.settingsTrouble && (
        <p class="strip">
          {app.popup.settingsNote}{' '}
          <button type="button" class="link" onClick={props.onOptions}>
            {app.popup.settingsLink}
          </button>
        </p>
      )}
      <Body
        {...props}
        board={board}
        words={words}
        app={app}
        lists={DATA[language].lists}
        onList={setHotList}
      />
      <PopupFooter
        disclaimer={GENERIC[language]}
        lang={language}
        conversion={conversionText(snapshot, currency, sources, app.conversion)}
        attributions={props.attributions}
        words={words}
      />
    </div>
  );
}

type BodyProps = PopupPageProps & {
  readonly board: ReturnType<typeof makeBoard>;
  readonly words: (typeof COMMON)['en'];
  readonly app: (typeof APP)['en'];
  readonly lists: ListsWords;
  onList(list: HotList): void;
};

function Body(props: BodyProps) {
  const { snapshot, now, app, sources } = props;
  const [query, setQuery] = useState('');
  if (Object.keys(snapshot.quotes).length === 0) {
    return props.board.state === 'loading' ? (
      <Waiting app={app} />
    ) : (
      <NoPrices {...props} trouble={snapshot.trouble} />
    );
  }
  return (
    <main>
      {snapshot.trouble && (
        <details class="strip">
          <summary>{app.popup.noAnswerSince(localMoment(snapshot.trouble.since, now))}</summary>
          <Failures trouble={snapshot.trouble} sources={sources} app={app} />
        </details>
      )}
      <SearchField query={query} app={app} onQuery={setQuery} />
      <ListTabs snapshot={snapshot} list={props.board.list} words={props.lists} onList={props.onList} />
      <CoinTable {...props} query={query} locale={props.look.locale} />
    </main>
  );
}
