import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { COIN_BY_ID } from '../core/catalogue.ts';
import { readArticle } from '../core/reading.ts';
import { sourceTable } from '../core/source.ts';
import { BOARD, HEALTH, REFERENCE, SETTINGS, SNAPSHOT } from '../core/stored.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { createHistory } from '../jobs/history.ts';
import { createPreparePage } from '../jobs/prepare-page.ts';
import { createRefresh } from '../jobs/refresh.ts';
import { OVERLAY } from '../locales/overlay/index.ts';
import { ensureRefreshAlarm, onRefreshAlarm } from '../platform/alarms.ts';
import { now } from '../platform/clock.ts';
import { getJson } from '../platform/http.ts';
import { onCommand, openOptions } from '../platform/messages.ts';
import { setAsideBadSettings } from '../platform/settings-store.ts';
import { readItem, watchItem, writeIfNew, writeItems } from '../platform/stores.ts';
import { uiLanguage } from '../platform/ui-language.ts';
import { PROVIDERS, RANKING_PROVIDER } from '../providers/index.ts';

export default defineBackground(() => {
  const refresh = createRefresh({
    providers: PROVIDERS,
    ranking: RANKING_PROVIDER,
    fxSources: FX_SOURCES,
    get: getJson,
    now,
    random: Math.random,
    read: async () => ({ snapshot: await readItem(SNAPSHOT), health: await readItem(HEALTH) }),
    write: ({ snapshot, health }) =>
      writeItems({ ...(snapshot && { [SNAPSHOT.key]: snapshot }), ...(health && { [HEALTH.key]: health }) }),
  });
  const history = createHistory({ get: getJson, now, random: Math.random });
  const preparePage = createPreparePage({
    coins: COIN_BY_ID,
    words: OVERLAY,
    sources: sourceTable([...PROVIDERS, ...FX_SOURCES]),
    tag: uiLanguage(),
    read: async () => ({
      snapshot: await readItem(SNAPSHOT),
      settings: (await readItem(SETTINGS)).settings,
    }),
    write: async (board, reference) => {
      await writeIfNew(BOARD, board);
      await writeIfNew(REFERENCE, reference);
    },
  });
  const applySettings = async (): Promise<void> => {
    const { settings } = await readItem(SETTINGS);
    await ensureRefreshAlarm(settings.periodSeconds);
    await setAsideBadSettings();
    await preparePage();
  };

  // Every listener is registered before the first await: a worker that is woken for an event must find its listener.
  onRefreshAlarm(() => void refresh(false));
  onCommand(async (message) => {
    switch (message.type) {
      case 'refresh':
        return refresh(message.wished);
      case 'open-options':
        return openOptions();
      case 'read-article':
        return readArticle(message.article, now());
      case 'history':
        return history(message.ids, message.at);
      case 'evicted':
        return undefined;
    }
  });
  browser.runtime.onInstalled.addListener(() => void refresh(false));
  browser.runtime.onStartup.addListener(() => void refresh(false));
  watchItem(SETTINGS, () => void applySettings(), new AbortController().signal);
  watchItem(SNAPSHOT, () => void preparePage(), new AbortController().signal);

  void applySettings();
});
