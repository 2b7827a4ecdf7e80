import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { analyzeArticle } from '../../core/article/analyze-article.ts';
import type { ArticleAnswer, ArticleText } from '../../core/article/article-types.ts';
import { parseSiteUrl } from '../../core/sites/site-url.ts';
import { PRICE_TABLE, SETTINGS, SNAPSHOT } from '../../core/storage/items.ts';
import { sendToActivePage } from '../../platform/active-tab.ts';
import { ensureRefreshAlarm, onRefreshAlarm } from '../../platform/alarms.ts';
import { markRemoved } from '../../platform/badge.ts';
import { now } from '../../platform/clock.ts';
import { onKeys } from '../../platform/commands.ts';
import { createMenus, onMenu } from '../../platform/menus.ts';
import { onCommand, openOptions } from '../../platform/messages.ts';
import { onAccess } from '../../platform/permissions.ts';
import { backUpBadSettings } from '../../platform/settings-store.ts';
import { readItem, watchItem, watchOutdated } from '../../platform/stores.ts';
import { createPageData } from './page-data.ts';
import { createPrices } from './prices.ts';
import { createSiteControl } from './site-control.ts';

export default defineBackground(() => {
  const prices = createPrices();
  const preparePage = createPageData();
  const sites = createSiteControl();
  const answerArticle = async (article: ArticleText): Promise<ArticleAnswer> => {
    const reading = analyzeArticle(article, now());
    const ids = reading.coins.map(({ id }) => id);
    // Prices that cannot be read from storage may be fetched later.
    const pasts = await prices.pastPrices(ids, reading.published).catch(() => ({}));
    return { ...reading, pasts };
  };
  const applySettings = async (): Promise<void> => {
    void sites.reconcile();
    await preparePage();
    const { settings } = await readItem(SETTINGS);
    await ensureRefreshAlarm(settings.periodSeconds);
    await backUpBadSettings();
  };

  // All listeners are registered before the first `await`: a worker that is woken for an event needs its listener.
  onRefreshAlarm(() => void prices.tick());
  onKeys((message) => void sendToActivePage(message));
  onMenu((item, url) => {
    const address = parseSiteUrl(url);
    if (address.ok) void (item === 'show-here' ? sites.showOn : sites.hideOn)(address.host);
  });
  onAccess((origins, given) => void sites.takeAccess(origins, given));
  onCommand({
    refresh: ({ userInitiated }) => prices.refresh(userInitiated),
    'open-options': openOptions,
    'read-article': ({ article }) => answerArticle(article),
    history: ({ ids, at }) => prices.history(ids, at),
    day: ({ id }) => prices.day(id),
    'removed-by-page': async (_message, tab) => (tab ? markRemoved(tab.id) : undefined),
  });
  browser.runtime.onInstalled.addListener(() => void Promise.all([prices.refresh(false), createMenus()]));
  browser.runtime.onStartup.addListener(() => void prices.refresh(false));
  watchItem(SETTINGS, () => void applySettings(), new AbortController().signal);
  watchOutdated(PRICE_TABLE, SNAPSHOT, () => void preparePage(), new AbortController().signal);

  void applySettings();
});
