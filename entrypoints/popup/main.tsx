import { render } from 'preact';
import '../../components/app/theme.css';
import '../../components/app/icon-button.css';
import '../../components/popup/popup.css';
import '../../components/popup/search.css';
import '../../components/popup/list.css';
import '../../components/popup/tabs.css';
import '../../components/popup/footer.css';
import '../../components/popup/page.css';
import { appearanceOf } from '../../components/app/appearance.ts';
import { PopupPage } from '../../components/popup/popup-page.tsx';
import { regionFor } from '../../core/disclaimer/detect-region.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { watching } from '../../core/settings/updates.ts';
import { pageStatus } from '../../core/sites/page-status.ts';
import { withFeed } from '../../core/sources/source-info.ts';
import { SETTINGS, SETTINGS_BACKUPS, SNAPSHOT } from '../../core/storage/items.ts';
import { useDocument, useTheme } from '../../hooks/use-document.ts';
import { useHere } from '../../hooks/use-here.ts';
import { useHistories } from '../../hooks/use-histories.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useOnline } from '../../hooks/use-online.ts';
import { useRefresh } from '../../hooks/use-refresh.ts';
import { useStored } from '../../hooks/use-stored.ts';
import { APP } from '../../locales/index.ts';
import { reloadPage } from '../../platform/active-tab.ts';
import { listSite, unlistSite } from '../../platform/added-sites.ts';
import { listedSites, requestSite } from '../../platform/content-scripts.ts';
import { openOptions } from '../../platform/messages.ts';
import { changeSettings, saveSettings } from '../../platform/settings-store.ts';
import { setSiteHidden } from '../../platform/stores.ts';
import { uiLanguage } from '../../platform/ui-language.ts';

const ATTRIBUTIONS = Object.values(__SOURCES__).flatMap(({ attribution }) => attribution ?? []);
const UI_LANGUAGE = uiLanguage();
// The star shows the stored value: a failed write leaves it unchanged.
const watch = (id: string, watched: boolean): void =>
  void changeSettings(watching(id, watched)).catch(() => undefined);
const LISTED = listedSites();
/** The maximum number of coins whose past prices the background fetches at once. */
const MAX_DATED = 20;

/** Requests permission first: browsers require the click. */
const requestSiteAccess = (host: string, listed: boolean): void =>
  void requestSite(host).then((given) => (given && !listed ? listSite(host) : undefined));

function Popup() {
  const snapshot = useStored(SNAPSHOT);
  const parsed = useStored(SETTINGS);
  const backups = useStored(SETTINGS_BACKUPS);
  const { busy, refresh } = useRefresh();
  const [now, online] = [useNow(1000), useOnline()];
  const settings = parsed?.settings ?? DEFAULT_SETTINGS;
  const here = useHere(__SITE_FAMILIES__);
  const dated = here?.report?.coins?.slice(0, MAX_DATED).map(({ id }) => id) ?? [];
  const histories = useHistories(dated.join(' '), here?.report?.published ?? null);
  const place = here ? pageStatus({ ...here, settings, listed: LISTED }) : null;
  const look = appearanceOf(settings, UI_LANGUAGE);
  useTheme(settings.theme);
  useDocument(look.language, APP[look.language].appName);
  // Takes about a millisecond: showing nothing is better than a wrong first frame.
  if (!snapshot || !parsed || !backups) return null;
  return (
    <PopupPage
      snapshot={snapshot}
      look={look}
      settings={settings}
      settingsTrouble={parsed.problem !== null || backups.length > 0}
      now={now}
      online={online}
      sources={withFeed(__SOURCES__, settings.feedUrl)}
      attributions={ATTRIBUTIONS}
      busy={busy}
      onWatch={watch}
      place={place}
      report={place && here ? here.report : null}
      histories={histories}
      region={regionFor(settings.region, UI_LANGUAGE)}
      onAdd={(host) => requestSiteAccess(host, place?.listed === true)}
      onRemove={(host) => void unlistSite(host)}
      onHide={(hidden) => here && void setSiteHidden(here.site, hidden)}
      onPause={(paused) => void saveSettings({ panel: !paused })}
      onReload={() => here && void reloadPage(here.tabId).then(() => close())}
      onRefresh={refresh}
      onOptions={() => void openOptions().then(() => close())}
    />
  );
}

const root = document.getElementById('app');
if (root) render(<Popup />, root);
