import { render } from 'preact';
import '../../components/app/theme.css';
import '../../components/app/icon-button.css';
import '../../components/options/options.css';
import '../../components/options/notes.css';
import '../../components/options/controls.css';
import '../../components/options/radio.css';
import '../../components/options/sites.css';
import '../../components/options/entries.css';
import '../../components/options/sources.css';
import '../../components/options/lists.css';
import '../../components/options/diagnostics.css';
import { appearanceOf } from '../../components/app/appearance.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { mirroring } from '../../core/settings/updates.ts';
import { customUrls, patternOf, unusedPermissions } from '../../core/sites/custom-urls.ts';
import { siteOfHost } from '../../core/sites/site-state.ts';
import type { FxSource, Provider } from '../../core/sources/price-source.ts';
import { hostOf } from '../../core/sources/source-info.ts';
import { HEALTH, SETTINGS, SETTINGS_BACKUPS, SNAPSHOT } from '../../core/storage/items.ts';
import { FX_SOURCES } from '../../fx/index.ts';
import { useDocument, useTheme } from '../../hooks/use-document.ts';
import { useForbidden } from '../../hooks/use-forbidden.ts';
import { useHeldSites } from '../../hooks/use-held-sites.ts';
import { useNow } from '../../hooks/use-now.ts';
import { useSaving } from '../../hooks/use-saving.ts';
import { useSiteStates } from '../../hooks/use-site-states.ts';
import { useStored } from '../../hooks/use-stored.ts';
import { APP, COMMON } from '../../locales/index.ts';
import { listSite, unlistSite } from '../../platform/added-sites.ts';
import { copyText } from '../../platform/clipboard.ts';
import { listedSites, requestSite, sourceSites } from '../../platform/content-scripts.ts';
import { removeOrigins, requestOrigins } from '../../platform/permissions.ts';
import {
  backUpBadSettings,
  changeSettings,
  discardSetAside,
  resetSettings,
  type SettingsPatch,
  saveSettings,
} from '../../platform/settings-store.ts';
import { readItem } from '../../platform/stores.ts';
import { uiLanguage } from '../../platform/ui-language.ts';
import { appVersion } from '../../platform/version.ts';
import { PROVIDERS, RANKING_PROVIDER } from '../../providers/index.ts';
import { SITES } from '../../sites/index.ts';

const diagnosisLine = ({ id, label, origins, limit, attribution }: Provider | FxSource) => ({
  id,
  label,
  hosts: origins.map(hostOf),
  limit,
  ...(attribution && { attribution }),
});
const PRICES = PROVIDERS.map(diagnosisLine);
const RATES = FX_SOURCES.map(diagnosisLine);
const SITE_LINES = SITES.map(({ id, languages, hosts }) => ({
  id,
  languages,
  hosts: [...new Set(hosts.map((host) => siteOfHost(host.replace(/^\*\./, ''))))],
}));
const UI_LANGUAGE = uiLanguage();

/** Writes settings, and removes permissions that are no longer needed. */
async function freeing(write: () => Promise<void>): Promise<void> {
  const { settings: before } = await readItem(SETTINGS);
  await write();
  const { settings: after } = await readItem(SETTINGS);
  await removeOrigins(unusedPermissions(before, after, sourceSites()));
}

const LISTED = listedSites();

/** Requests permission first: browsers require the click. */
const requestAccess = (host: string, run: (write: Promise<void>) => void): Promise<boolean> =>
  requestSite(host).then((given) => {
    if (given) run(listSite(host));
    return given;
  });

function Options() {
  const parsed = useStored(SETTINGS);
  const backups = useStored(SETTINGS_BACKUPS);
  const snapshot = useStored(SNAPSHOT);
  const { states: siteStates, hide } = useSiteStates();
  const held = useHeldSites();
  const { saving, run } = useSaving();
  const health = useStored(HEALTH);
  const now = useNow(5_000);
  const settings = parsed?.settings ?? DEFAULT_SETTINGS;
  const { language } = appearanceOf(settings, UI_LANGUAGE);
  const forbidden = useForbidden(customUrls(settings));
  useTheme(settings.theme);
  useDocument(language, `${COMMON[language].options} · ${APP[language].appName}`);
  if (!parsed || !backups || !snapshot || !health || !siteStates || !held) return null;
  // The permission is requested first: later it would no longer count as part of the click.
  const takeAddress = async (
    address: string,
    by: (settings: Settings) => SettingsPatch,
  ): Promise<boolean> => {
    if (address && !(await requestOrigins([patternOf(address)]))) return false;
    run(freeing(() => changeSettings(by)));
    return true;
  };
  return (
    <OptionsPage
      settings={settings}
      backups={backups}
      snapshot={snapshot}
      health={health}
      forbidden={forbidden}
      siteStates={siteStates}
      sites={SITE_LINES}
      listed={LISTED}
      held={held}
      uiTag={UI_LANGUAGE}
      prices={PRICES}
      rates={RATES}
      ranking={RANKING_PROVIDER.label}
      version={appVersion()}
      saving={saving}
      now={now}
      onSave={(patch) => run(saveSettings(patch))}
      onChange={(by) => run(changeSettings(by))}
      onMirror={(id, address) => takeAddress(address, mirroring(id, address))}
      onFeed={(address) => takeAddress(address, () => ({ feedUrl: address }))}
      onReset={() => run(freeing(resetSettings))}
      onDiscard={() => run(discardSetAside())}
      onSite={(hosts, hidden) => run(hide(hosts, hidden))}
      onAddSite={(host) => requestAccess(host, run)}
      onRemoveSite={(host) => run(unlistSite(host))}
      onCopy={copyText}
    />
  );
}

void backUpBadSettings();
const root = document.getElementById('app');
if (root) render(<Options />, root);
