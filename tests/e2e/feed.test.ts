import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { clickOnPanel, until } from '../../world/surface.ts';
import { GOLDEN_ZH } from './golden.ts';
import { useStage } from './harness.ts';

const stage = useStage();
const FEED = 'https://cdn.example.org/prices.json';
// The server may allow all origins; otherwise the browser requires a permission for the host.
const OPEN = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tickside-feed-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Returns the output of `npm run feed -- --out FILE`, with the world instead of the internet. */
async function produce(): Promise<string> {
  const file = join(folder, 'prices.json');
  const child = spawn(process.execPath, ['scripts/feed.ts', '--out', file], {
    env: {
      PATH: process.env.PATH,
      NODE_USE_ENV_PROXY: '1',
      HTTPS_PROXY: `http://127.0.0.1:${stage.world.proxyPort}`,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    },
    stdio: 'ignore',
  });
  const code = await new Promise((ended) => child.on('close', ended));
  expect(code).toBe(0);
  return readFile(file, 'utf8');
}

it('a feed of the command is shown in the panel, with its name', async () => {
  const page = await stage.open(PAGES.zh);
  await stage.panel(page);
  await stage.store({ settings: { v: 1, periodSeconds: 3600, feedUrl: FEED } });
  await stage.passGap();
  // Newer than the stored prices: an older price never replaces a newer one.
  stage.world.serve(FEED, { headers: OPEN, body: await produce() });
  stage.world.clearRequests();
  await clickOnPanel(page, '刷新');
  const panel = await stage.panel(page, ({ status }) => status.startsWith('cdn.example.org'));
  expect(panel.state).toBe('live');
  expect(panel.rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
  const asked = stage.world.requests.map(({ host }) => host);
  expect(asked).toContain('cdn.example.org');
  expect(asked).not.toContain('data-api.binance.vision');
  await stage.closePages();
});

it('a malformed one falls back, and the options show the reason', async () => {
  const broken = JSON.parse(await readFile(join(folder, 'prices.json'), 'utf8')) as { prices: unknown };
  broken.prices = 'none';
  stage.world.serve(FEED, { headers: OPEN, body: JSON.stringify(broken) });
  const page = await stage.open(PAGES.zh);
  await stage.panel(page);
  await stage.passGap();
  await clickOnPanel(page, '刷新');
  const panel = await stage.panel(page, ({ status }) => status.startsWith('Binance'));
  expect(panel.state).toBe('live');
  expect(panel.rows.map((row) => Object.values(row))).toEqual(GOLDEN_ZH);
  const options = await stage.open(`chrome-extension://${stage.chromium.extensionId}/options.html`);
  const state = await until(
    () => options.evaluate(() => document.querySelector('.feed-state')?.textContent ?? ''),
    (text) => text.includes('prices'),
  );
  expect(state).toMatch(/prices: /);
});
