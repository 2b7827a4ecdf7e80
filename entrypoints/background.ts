import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { COIN_LINES } from '../core/catalogue.ts';
import { readArticle } from '../core/reading.ts';
import { orderSources } from '../core/source-order.ts';
import { HEALTH, HISTORY_INDEX, REFERENCE, SETTINGS, SNAPSHOT } from '../core/stored.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { createHistory } from '../jobs/history.ts';
import { createRefresh } from '../jobs/refresh.ts';
import { OVERLAY } from '../locales/overlay/index.ts';
import { ensureRefreshAlarm, onRefreshAlarm } from '../platform/alarms.ts';
import { noteBulk, readBulkNotes } from '../platform/bulk-notes.ts';
import { now } from '../platform/clock.ts';
import { getJson } from '../platform/http.ts';
import { readerIs } from '../platform/idle.ts';
import { alone } from '../platform/locks.ts';
import { onCommand, openOptions } from '../platform/messages.ts';
import { setAsideBadSettings } from '../platform/settings-store.ts';
import {
  readHistories,
  readHistoryIndex,
  readItem,
  watchItem,
  writeHistories,
  writeIfNew,
  writeItems,
} from '../platform/stores.ts';
import { wait } from '../platform/timers.ts';
import { ownFeed } from '../providers/feed.ts';
import { PEG_PROVIDERS, PROVIDERS, RANKING_PROVIDER } from '../providers/index.ts';

export default defineBackground(() => {
  const reach = {
    ...{ get: getJson, now, wait, noteBulk },
    random: Math.random,
  };
  const aloneWithHealth = (work: () => Promise<void>): Promise<void> => alone(HEALTH.key, work);
  const refresh = createRefresh({
    reach,
    alone: aloneWithHealth,
    providers: PROVIDERS,
    ranking: RANKING_PROVIDER,
    pegs: PEG_PROVIDERS,
    fxSources: FX_SOURCES,
    feed: ownFeed,
    settings: async () => (await readItem(SETTINGS)).settings,
    read: async () => {
      const [snapshot, health, bulk] = await Promise.all([
        readItem(SNAPSHOT),
        readItem(HEALTH),
        readBulkNotes(),
      ]);
      return { snapshot, health: { ...health, bulk: { ...health.bulk, ...bulk } } };
    },
    write: ({ snapshot, health }) =>
      writeItems({ ...(snapshot && { [SNAPSHOT.key]: snapshot }), ...(health && { [HEALTH.key]: health }) }),
  });
  const history = createHistory({
    reach,
    alone: aloneWithHealth,
    providers: async () => {
      const { settings } = await readItem(SETTINGS);
      return orderSources(PROVIDERS, settings, (await readItem(HEALTH)).hosts);
    },
    read: async (ids) => ({
      histories: await readHistories(ids),
      index: await readHistoryIndex(),
      health: await readItem(HEALTH),
      usdtUsd: (await readItem(SNAPSHOT)).usdtUsd?.rate,
    }),
    readHealth: () => readItem(HEALTH),
    write: ({ histories, index, health, dropped }) =>
      writeHistories(histories, dropped, { [HISTORY_INDEX.key]: index, [HEALTH.key]: health }),
  });
  // Nobody there: no prices are needed. A view that is still on a screen, and finds its prices old, asks by itself.
  const tick = async (): Promise<void> => {
    if ((await readerIs()) === 'present') await refresh(false);
  };
  const refreshUnlessLocked = async (): Promise<void> => {
    if ((await readerIs()) !== 'locked') await refresh(false);
  };
  const applySettings = async (): Promise<void> => {
    const { settings } = await readItem(SETTINGS);
    await ensureRefreshAlarm(settings.periodSeconds);
    await setAsideBadSettings();
  };

  // Every listener is registered before the first await: a worker that is woken for an event must find its listener.
  onRefreshAlarm(() => void tick());
  onCommand(async (message) => {
    switch (message.type) {
      case 'refresh':
        return message.wished ? refresh(true) : refreshUnlessLocked();
      case 'open-options':
        return openOptions();
      case 'read-article':
        return readArticle(message.article, now());
      case 'history':
        return history(message.ids, message.at, message.week);
      case 'evicted':
        return undefined;
    }
  });
  browser.runtime.onInstalled.addListener(() => void refresh(false));
  browser.runtime.onStartup.addListener(() => void refresh(false));
  watchItem(SETTINGS, () => void applySettings(), new AbortController().signal);

  void applySettings();
  // The page-facing script reads this instead of carrying it.
  void writeIfNew(REFERENCE, { coins: COIN_LINES, words: OVERLAY });
});
