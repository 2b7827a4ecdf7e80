import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { covers, originsOf } from '../core/added-sites.ts';
import { siteAddress } from '../core/address.ts';
import { COIN_LINES } from '../core/catalogue.ts';
import { readArticle } from '../core/reading.ts';
import { siteOfHost } from '../core/site-state.ts';
import { HEALTH, REFERENCE, SETTINGS, SNAPSHOT } from '../core/stored.ts';
import { FX_SOURCES } from '../fx/index.ts';
import { createHistory } from '../jobs/history.ts';
import { createRefresh } from '../jobs/refresh.ts';
import { createSites } from '../jobs/sites.ts';
import { OVERLAY } from '../locales/overlay/index.ts';
import { listSite } from '../platform/added-sites.ts';
import { ensureRefreshAlarm, onRefreshAlarm } from '../platform/alarms.ts';
import { markEvicted } from '../platform/badge.ts';
import { now } from '../platform/clock.ts';
import { getJson } from '../platform/http.ts';
import { onKeys } from '../platform/keys.ts';
import { createMenus, onMenu } from '../platform/menus.ts';
import { onCommand, openOptions } from '../platform/messages.ts';
import { tellActivePage } from '../platform/page.ts';
import { setAsideBadSettings } from '../platform/settings-store.ts';
import {
  giveUpSites,
  heldSites,
  injectSite,
  listedSites,
  onAccess,
  pageFiles,
  registeredSites,
  registerSites,
  requestSite,
  sourceSites,
  unregisterSites,
  wishedSite,
} from '../platform/sites.ts';
import { readItem, setSiteHidden, watchItem, writeIfNew, writeItems } from '../platform/stores.ts';
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
  const reconcileSites = createSites({
    facts: async () => {
      const { addedSites, mirrors, feedUrl } = (await readItem(SETTINGS)).settings;
      return {
        added: addedSites,
        held: await heldSites(),
        listed: listedSites(),
        needed: [...sourceSites(), ...originsOf([...Object.values(mirrors), feedUrl])],
        registered: await registeredSites(),
        files: pageFiles(),
      };
    },
    register: registerSites,
    unregister: unregisterSites,
    inject: injectSite,
    giveUp: giveUpSites,
  });
  const isListed = (host: string): boolean => covers(listedSites(), host);
  /** Shows the panel on a site for good; one that is new to us is asked for, which only works before the first wait. */
  const showOn = async (host: string): Promise<void> => {
    if (isListed(host)) return setSiteHidden(siteOfHost(host, __SITE_FAMILIES__), false);
    if (await requestSite(host)) await listSite(host);
  };
  const hideOn = async (host: string): Promise<void> => {
    const { addedSites } = (await readItem(SETTINGS)).settings;
    if (isListed(host) || addedSites.includes(host))
      await setSiteHidden(siteOfHost(host, __SITE_FAMILIES__), true);
  };
  /** The popup that asked for access is often closed by the browser's question; then nobody else is left to go on. */
  const takeAccess = async (origins: readonly string[], given: boolean): Promise<void> => {
    const host = given ? await wishedSite(origins) : null;
    if (host && !isListed(host)) await listSite(host);
    await reconcileSites();
  };
  const applySettings = async (): Promise<void> => {
    void reconcileSites();
    const { settings } = await readItem(SETTINGS);
    await ensureRefreshAlarm(settings.periodSeconds);
    await setAsideBadSettings();
  };

  // Every listener is registered before the first await: a worker that is woken for an event must find its listener.
  onRefreshAlarm(() => void refresh(false));
  onKeys((message) => void tellActivePage(message));
  onMenu((item, url) => {
    const address = siteAddress(url);
    if (address.ok) void (item === 'show-here' ? showOn : hideOn)(address.host);
  });
  onAccess((origins, given) => void takeAccess(origins, given));
  onCommand(async (message, tab) => {
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
        return tab ? markEvicted(tab.id) : undefined;
    }
  });
  browser.runtime.onInstalled.addListener(() => void Promise.all([refresh(false), createMenus()]));
  browser.runtime.onStartup.addListener(() => void refresh(false));
  watchItem(SETTINGS, () => void applySettings(), new AbortController().signal);

  void applySettings();
  // The page-facing script reads this instead of carrying it.
  void writeIfNew(REFERENCE, { coins: COIN_LINES, words: OVERLAY });
});
