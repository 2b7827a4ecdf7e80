import { mkdir, readFile } from 'node:fs/promises';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../world/browser.ts';

/**
 * Renders the icons in all required sizes from the drawings in assets/. Run after changing one: `node
 * scripts/render-icons.ts`.
 */
const ICONS = [
  { size: 16, drawing: 'icon-16', art: 16 },
  { size: 32, drawing: 'icon', art: 32 },
  { size: 48, drawing: 'icon', art: 48 },
  { size: 96, drawing: 'icon', art: 96 },
  // Stores show the largest one; the Chrome Web Store asks for 16 px of padding around a 96 px drawing.
  { size: 128, drawing: 'icon', art: 96 },
] as const;
const FOLDER = 'public/icon';

const browser = await launch({
  executablePath: findBrowser('chromium'),
  args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage();
  for (const { size, drawing, art } of ICONS) {
    const svg = await readFile(`assets/${drawing}.svg`, 'utf8');
    await page.setViewport({ width: size, height: size, deviceScaleFactor: 1 });
    await page.setContent(
      `<style>body{margin:${(size - art) / 2}px}svg{display:block;width:${art}px;height:${art}px}</style>${svg}`,
    );
    await page.screenshot({ path: `${FOLDER}/${size}.png`, omitBackground: true });
    console.log(`wrote ${FOLDER}/${size}.png`);
  }
} finally {
  await browser.close();
}
