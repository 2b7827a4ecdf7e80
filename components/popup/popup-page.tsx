import { useState } from 'preact/hooks';
import type { Region } from '../../core/disclaimer/region.ts';
import { shownDisclaimers } from '../../core/disclaimer/resolve.ts';
import type { History } from '../../core/history/price-history.ts';
import { localMoment } from '../../core/i18n/time-text.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { buildPriceList } from '../../core/market/price-list.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import type { HotList } from '../../core/settings/page-settings.ts';
import type { Settings } from '../../core/settings/settings.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { SourceTable } from '../../core/sources/source-info.ts';
import type { PageReport } from '../../core/storage/messages.ts';
import { APP, COMMON, CONTROL, DATA } from '../../locales/index.ts';
import type { ListsWords } from '../../locales/words/data.ts';
import type { Appearance } from '../app/appearance.ts';
import { conversionText } from '../app/conversion.ts';
import { type ArticleCoin, coinsOfArticle } from './article-coins.ts';
import { CoinTable } from './coin-table.tsx';
import { Failures, NoPrices, Waiting } from './error-state.tsx';
import { ListTabs } from './list-tabs.tsx';
import { type PageActions, PageBar } from './page-bar.tsx';
import { type Attribution, PopupFooter } from './popup-footer.tsx';
import { PopupHeader } from './popup-header.tsx';
import { SearchField } from './search-field.tsx';
import { type View, Views } from './views.tsx';

export interface PopupPageProps extends PageActions {
  readonly snapshot: Snapshot;
  readonly look: Appearance;
  readonly settings: Settings;
  /** Some stored settings could not be parsed. */
  readonly settingsTrouble: boolean;
  readonly now: number;
  readonly online: boolean;
  readonly sources: SourceTable;
  readonly attributions: readonly Attribution[];
  readonly busy: boolean;
  onWatch(id: string, watched: boolean): void;
  /** The status of the active page; null if it has none or is not known yet. */
  readonly place: PageStatus | null;
  readonly report: PageReport | null;
  /** Past prices of the article's coins, by id. */
  readonly histories: Readonly<Record<string, History>>;
  /** The region of the additional disclaimer. */
  readonly region: Region;
  onRefresh(): void;
}

/** The popup: heading, active page, lists, disclaimer. */
export function PopupPage(props: PopupPageProps) {
  const { snapshot, look, now, online, settings, sources, place, report } = props;
  const { language, currency } = look;
  const [words, app] = [COMMON[language], APP[language]];
  const [hotList, setHotList] = useState(settings.hotList);
  const { page } = CONTROL[language];
  const [selectedView, setSelectedView] = useState<View | null>(null);
  const around = { now, online, periodMs: settings.periodSeconds * 1000 };
  const board = buildPriceList({
    snapshot,
    coins: COIN_BY_ID,
    language,
    currency,
    count: COIN_BY_ID.size,
    around,
    hotList,
    watchlist: settings.watchlist,
  });
  const article = coinsOfArticle(report, board.rows, snapshot, props.histories);
  // The article's coins come first, unless the reader has already selected a view.
  const view = article ? (selectedView ?? (article.length > 0 ? 'article' : 'hot')) : 'hot';
  const published = report?.published ?? null;
  const measure = published === null ? '' : page.published(localMoment(published, now));
  const heading =
    view === 'article'
      ? { title: page.inArticle, measure }
      : { title: words.hotCoins, measure: words.measures[board.list] };
  return (
    <div class={`popup ${board.state}`} data-colours={look.colors}>
      <PopupHeader {...props} {...heading} board={board} words={words} app={app} />
      {place && <PageBar {...props} place={place} paused={!settings.panel} words={page} />}
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
        article={article}
        view={view}
        page={page}
        onView={setSelectedView}
      />
      <PopupFooter
        disclaimers={shownDisclaimers(props.region, language)}
        ownDisclaimer={settings.ownDisclaimer}
        conversion={conversionText(snapshot, currency, sources, app.conversion)}
        attributions={props.attributions}
        words={words}
      />
    </div>
  );
}

type BodyProps = PopupPageProps & {
  readonly board: ReturnType<typeof buildPriceList>;
  readonly words: (typeof COMMON)['en'];
  readonly app: (typeof APP)['en'];
  readonly lists: ListsWords;
  onList(list: HotList): void;
  readonly page: (typeof CONTROL)['en']['page'];
  readonly article: readonly ArticleCoin[] | null;
  readonly view: View;
  onView(view: View): void;
};

function Body(props: BodyProps) {
  const { snapshot, now, app, sources } = props;
  const [query, setQuery] = useState('');
  // Typing selects the full list, so that a late report of an article does not replace it.
  const search = (text: string): void => {
    setQuery(text);
    props.onView('hot');
  };
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
      <Views {...props}>
        <SearchField query={query} app={app} onQuery={search} />
        <ListTabs snapshot={snapshot} list={props.board.list} words={props.lists} onList={props.onList} />
        <CoinTable
          key={props.board.list}
          {...props}
          watchlist={props.settings.watchlist}
          periodMs={props.settings.periodSeconds * 1000}
          query={query}
          locale={props.look.locale}
        />
      </Views>
    </main>
  );
}
