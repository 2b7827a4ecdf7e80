import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium } from '../../world/browser.ts';
import type { Fault } from '../../world/faults.ts';
import { PAGES } from '../../world/pages/index.ts';
import { clickOnPanel, readPanel, until } from '../../world/surface.ts';
import { GOLDEN_ZH } from './golden.ts';
import { CHROME_BUILD, isSourceRequest, useStage } from './harness.ts';

const profile = await mkdtemp(join(tmpdir(), 'tickside-profile-'));
const stage = useStage({ userDataDir: profile });
const BINANCE = ['data-api.binance.vision', 'api.binance.com'];
const EXCHANGES = [...BINANCE, 'www.okx.com', 'api.gateio.ws', 'api.kucoin.com'];

beforeEach(async () => {
  // The alarm does not fire between a click and its refresh, and health does not contain earlier requests.
  await stage.store({ settings: { v: 1, periodSeconds: 3600 }, health: null });
  await stage.forgetBulk();
  await stage.passGap();
});
afterEach(async () => {
  for (const host of [...BINANCE, '*']) stage.world.fault(host, null);
  await stage.closePages();
});
afterAll(() => rm(profile, { recursive: true, force: true }));

const SWITCHING: readonly Fault[] = [
  { kind: 'geo-blocked' },
  { kind: 'forbidden-html' },
  { kind: 'truncated-json' },
  { kind: 'hang' },
  { kind: 'rate-limited', retryAfter: 1 },
  { kind: 'server-error' },
  { kind: 'html-200' },
  { kind: 'redirect' },
];

describe('the fallback of sources', () => {
  it.each(SWITCHING)(
    'Binance with $kind: OKX is used within one refresh, and the header shows it',
    async (fault) => {
      const page = await stage.open(PAGES.zh);
      // Including its past prices: a fault during their requests would move Binance behind the others for a while.
      await stage.panel(
        page,
        ({ state, mentioned }) => state === 'live' && mentioned.every(({ since }) => since),
      );
      // The refresh of the case before may be a moment ago.
      await stage.passGap();
      for (const host of BINANCE) stage.world.fault(host, fault);
      await clickOnPanel(page, '刷新');
      const panel = await stage.panel(page, ({ status }) => status.startsWith('OKX'));
      expect(panel.state).toBe('live');
      expect(panel.rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
      for (const host of BINANCE) stage.world.fault(host, null);
      await stage.passGap();
      await clickOnPanel(page, '刷新');
      await stage.panel(page, ({ status }) => status.startsWith('Binance'));
    },
  );

  it('CoinGecko is used if the exchanges before it are down', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    for (const host of EXCHANGES) stage.world.fault(host, { kind: 'server-error' });
    // CoinGecko's prices are about a minute old: newer ones would not be replaced.
    await stage.store({ snapshot: null });
    await clickOnPanel(page, '刷新');
    const { rows } = await stage.panel(page, ({ status }) => status.startsWith('CoinGecko'));
    expect(rows.map((row) => [row.symbol, row.price])).toEqual(GOLDEN_ZH.map((row) => [row[0], row[2]]));
    for (const host of EXCHANGES) stage.world.fault(host, null);
  });

  it('with everything down the prices are kept as stale, with their age, and are updated when the sources return', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    stage.world.fault('*', { kind: 'refuse' });
    await clickOnPanel(page, '刷新');
    const stale = await stage.panel(page, ({ state }) => state === 'stale');
    expect(stale.rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
    expect(stale.status).toMatch(/^已过期 · \S+\n截至 \d\d:\d\d:\d\d$/);
    stage.world.fault('*', null);
    await clickOnPanel(page, '刷新');
    await stage.panel(page);
  });
});

describe('without a network', () => {
  it('prices from before a browser restart are shown, with their age', async () => {
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    await stage.chromium.browser.close();
    stage.world.fault('*', { kind: 'refuse' });
    stage.world.clearRequests();
    stage.chromium = await launchChromium({
      world: stage.world,
      extensionDir: CHROME_BUILD,
      locale: 'zh-CN',
      userDataDir: profile,
    });
    const again = await stage.open(PAGES.zh);
    await until(
      async () => stage.world.requests.some(isSourceRequest),
      (asked) => asked,
    );
    const panel = await stage.panel(again, ({ state }) => state === 'stale');
    expect(panel.rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
    const cdp = await again.createCDPSession();
    await cdp.send('Network.enable');
    const offline = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
    const cut = await until(
      async () => {
        // Every session that ends (reading the panel uses one) removes the override.
        await cdp.send('Network.overrideNetworkState', offline);
        return readPanel(again);
      },
      (read) => read?.state === 'offline',
    );
    expect(cut?.status).toContain('离线');
  });
});
