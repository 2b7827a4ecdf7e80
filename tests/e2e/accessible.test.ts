import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { PAGES } from '../../world/pages/index.ts';
import { useStage } from './harness.ts';

const stage = useStage();
afterEach(() => stage.closePages());

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Returns the rules that a page violates, with the elements. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations: found } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 120)}`));
  });
}

describe.each(['light', 'dark'])('accessible in a %s theme', (theme) => {
  it('the popup violates no rule of axe', async () => {
    await stage.store({ settings: { v: 1, theme, language: 'zh-Hans', watchlist: ['tron'] } });
    const page = await stage.open(PAGES.zh);
    await stage.panel(page);
    const popup = await stage.chromium.openPopup(page);
    await popup.waitForSelector('tr.coin');
    await popup.waitForSelector('.page button');
    expect(await violations(popup)).toEqual([]);
    await popup.close();
  });

  it('the options violate no rule of axe', async () => {
    await stage.store({
      settings: {
        v: 1,
        theme,
        language: 'en',
        watchlist: ['tron', 'bitcoin'],
        sourcesOff: ['okx'],
        mirrors: { okx: 'https://mirror.example.org/okx' },
        feedUrl: 'https://feed.example.org/prices.json',
        ownDisclaimer: 'And ask a friend.',
      },
    });
    const options = await stage.chromium.extensionPage('options.html');
    await options.waitForSelector('#currency');
    expect(await violations(options)).toEqual([]);
    await options.close();
  });

  it('neither scrolls sideways at 320 px', async () => {
    for (const path of ['popup.html', 'options.html']) {
      const page = await stage.chromium.extensionPage(path);
      await page.setViewport({ width: 320, height: 640 });
      await page.waitForSelector(path === 'popup.html' ? 'tr.coin' : '#currency');
      const { scroll, client } = await page.evaluate(() => ({
        scroll: document.documentElement.scrollWidth,
        client: document.documentElement.clientWidth,
      }));
      expect(scroll).toBeLessThanOrEqual(client);
      await page.close();
    }
  });
});

describe('the panel for assistive technology', () => {
  it('is a named region with named controls, a list of ten, and a note', async () => {
    const page = await stage.open(PAGES.en);
    await stage.panel(page);
    const cdp = await page.createCDPSession();
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const named = nodes.map(({ role, name }) => `${role?.value}: ${name?.value ?? ''}`);
    for (const wanted of [
      'region: Hot coins',
      'heading: Hot coins',
      'button: Collapse',
      'button: Show more',
      'button: Full text',
      'button: Back to top',
      'button: Refresh',
      'button: Hide here',
      'button: Options',
      'note: Risk disclaimer',
    ]) {
      expect(named).toContain(wanted);
    }
  });
});
