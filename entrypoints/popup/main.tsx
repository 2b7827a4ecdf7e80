import { render } from 'preact';
import '../../components/app/theme.css';
import '../../components/popup/popup.css';
import '../../components/popup/search.css';
import '../../components/popup/list.css';
import '../../components/popup/tabs.css';
import '../../components/popup/footer.css';
import { lookOf } from '../../components/app/look.ts';
import { PopupPage } from '../../components/popup/popup-page.tsx';
import { watching } from '../../core/choices.ts';
import { DEFAULT_SETTINGS } from '../../core/settings.ts';
import { SETTINGS, SETTINGS_ASIDE, SNAPSHOT } from '../../core/stored.ts';
import { useDocument, useTheme } from '../../hooks/use-document.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useOnline } from '../../hooks/use-online.ts';
import { useRefresh } from '../../hooks/use-refresh.ts';
import { useStored } from '../../hooks/use-stored.ts';
import { APP } from '../../locales/app/index.ts';
import { openOptions } from '../../platform/messages.ts';
import { changeSettings } from '../../platform/settings-store.ts';
import { uiLanguage } from '../../platform/ui-language.ts';

const ATTRIBUTIONS = Object.values(__SOURCES__).flatMap(({ attribution }) => attribution ?? []);
const UI_LANGUAGE = uiLanguage();
// The star of a row shows what is stored: a write that fails leaves it as it was.
const watch = (id: string, watched: boolean): void =>
  void changeSettings(watching(id, watched)).catch(() => undefined);

function Popup() {
  const snapshot = useStored(SNAPSHOT);
  const parsed = useStored(SETTINGS);
  const aside = useStored(SETTINGS_ASIDE);
  const { busy, refresh } = useRefresh();
  const [now, online] = [useNow(1000), useOnline()];
  const settings = parsed?.settings ?? DEFAULT_SETTINGS;
  const look = lookOf(settings, UI_LANGUAGE);
  useTheme(settings.theme);
  useDocument(look.language, APP[look.language].appName);
  // A millisecond or so: nothing is better than a wrong first picture.
  if (!snapshot || !parsed || !aside) return null;
  return (
    <PopupPage
      snapshot={snapshot}
      look={look}
      periodMs={settings.periodSeconds * 1000}
      settingsTrouble={parsed.problem !== null || aside.length > 0}
      now={now}
      online={online}
      sources={__SOURCES__}
      attributions={ATTRIBUTIONS}
      busy={busy}
      hotList={settings.hotList}
      watchlist={settings.watchlist}
      onWatch={watch}
      onRefresh={refresh}
      onOptions={() => void openOptions().then(() => close())}
    />
  );
}

const root = document.getElementById('app');
if (root) render(<Popup />, root);
