import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from '../../world/browser.ts';
import { PAGES } from '../../world/pages/index.ts';
import { until } from '../../world/surface.ts';
import { startWorld, type World } from '../../world/world.ts';
import { GOLDEN_ZH } from './golden.ts';
import { FIREFOX_BUILD } from './harness.ts';

let world: World;
let firefox: Firefox;
let probe: string;

// No driver of Firefox can read a closed shadow root. Extensions can, so another extension reads it for the test.
const PROBE_SCRIPT = `setInterval(() => {
  for (const host of document.querySelectorAll('html > div')) {
    const dock = host.openOrClosedShadowRoot?.querySelector('.dock');
    if (!dock) continue;
    const text = (row, selector) => row.querySelector(selector)?.textContent ?? '';
    const rowsOf = (list) => [...list.children].map((row) => [
      text(row, 'b'), text(row, '.name'), row.querySelector('.value').firstChild.textContent, text(row, '.money'),
      row.querySelector('.change').lastChild.textContent,
    ]);
    const [mentioned, hot] = dock.querySelectorAll('ul');
    document.body.dataset.probe = JSON.stringify({
      rows: rowsOf(hot), mentioned: rowsOf(mentioned), title: text(dock, 'h2'), status: text(dock, '.status'), disclaimer: text(dock, '.warn'),
      width: dock.querySelector('.panel').getBoundingClientRect().width,
    });
  }
}, 100);`;

beforeAll(async () => {
  probe = await mkdtemp(join(tmpdir(), 'tickside-probe-'));
  await writeFile(join(probe, 'probe.js'), PROBE_SCRIPT);
  await writeFile(
    join(probe, 'manifest.json'),
    JSON.stringify({
      manifest_version: 2,
      name: 'probe',
      version: '1',
      browser_specific_settings: { gecko: { id: 'probe@tickside.example' } },
      content_scripts: [{ matches: ['<all_urls>'], js: ['probe.js'] }],
    }),
  );
  world = await startWorld({ market: 'golden' });
  firefox = await launchFirefox({
    world,
    extensionDir: FIREFOX_BUILD,
    locale: 'zh-CN',
    // No driver can click the browser's permission prompt, so permissions are granted without it.
    prefs: { 'extensions.webextOptionalPermissionPrompts': false },
  });
  await firefox.browser.installExtension(probe);
});

afterAll(async () => {
  await firefox?.browser.close();
  await world?.close();
  await rm(probe, { recursive: true, force: true });
});

describe('in Firefox', () => {
  it('the panel shows the same ten rows, with source and disclaimer, and the page has the same nameless element', async () => {
    const page = await firefox.browser.newPage();
    await page.goto(PAGES.zh, { waitUntil: 'load' });
    const seen = await until(
      () => page.evaluate(() => JSON.parse(document.body.dataset.probe ?? 'null')),
      (probed) => probed?.mentioned.length === 5 && probed.status.startsWith('Binance'),
      60_000,
    );
    expect(seen.rows).toEqual(GOLDEN_ZH);
    expect(seen.mentioned[0]).toEqual(GOLDEN_ZH[0]);
    expect(seen.title).toBe('热门币种');
    expect(seen.disclaimer).toContain('不构成任何投资建议');
    expect(seen.width).toBe(304);
    expect(await page.evaluate(() => document.querySelector('html > div')?.outerHTML)).toBe('<div></div>');
  });

  it('a site that is added in the options has the panel, a removed one has none', async () => {
    const options = await firefox.extensionPage('options.html');
    await options.waitForSelector('#added-site');
    await options.type('#added-site', PAGES.unlisted);
    await options.keyboard.press('Enter');
    const host = new URL(PAGES.unlisted).host;
    const remove = await options.waitForSelector(`[aria-label$="${host}"].remove`);
    const page = await firefox.browser.newPage();
    await page.goto(PAGES.unlisted, { waitUntil: 'load' });
    await until(
      () => page.evaluate(() => JSON.parse(document.body.dataset.probe ?? 'null')),
      (probed) => probed?.rows.length === 10,
    );
    const underlined = (): Promise<number> => page.evaluate(() => CSS.highlights.size);
    await until(underlined, (names) => names === 1);
    await options.bringToFront();
    await remove?.click();
    await until(
      () => options.evaluate(() => document.querySelectorAll('.entries .remove').length),
      (count) => count === 0,
    );
    await page.bringToFront();
    await until(
      () => page.evaluate(() => document.querySelectorAll('html > div').length),
      (count) => count === 0,
    );
    expect(await underlined()).toBe(0);
    await page.reload({ waitUntil: 'load' });
    await new Promise((done) => setTimeout(done, 500));
    expect(await page.evaluate(() => document.querySelectorAll('html > div').length)).toBe(0);
  });

  it('the popup shows the list', async () => {
    const popup = await firefox.extensionPage('popup.html');
    const rows = await until(
      () => popup.evaluate(() => document.querySelectorAll('tr.coin').length),
      (count) => count > 100,
      30_000,
    );
    expect(rows).toBeGreaterThan(100);
  });
});
