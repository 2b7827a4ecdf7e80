import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from 'puppeteer-core';
import { findBrowser } from '../../world/browser.ts';
import { startWorld } from '../../world/world.ts';
import { BENCH_PAGES, Bench } from './arms.ts';
import { shuffled } from './statistics.ts';
import { type Block, tableOf, typical } from './table.ts';

const { values: options } = parseArgs({
  options: {
    /** A block is one fresh browser per arm; more blocks narrow the intervals. */
    blocks: { type: 'string', default: '8' },
    /** The built extension. */
    extension: { type: 'string', default: '.output/chrome-mv3' },
    /** An older build to measure in the same run: the folder of the unpacked extension. */
    against: { type: 'string' },
  },
});

const blockCount = Number(options.blocks);
if (!Number.isInteger(blockCount) || blockCount < 1) throw new Error('--blocks takes a whole number from 1');

const world = await startWorld({ market: 'golden' });
const folder = await mkdtemp(join(tmpdir(), 'tickside-bench-'));
try {
  const bench = new Bench(world, folder, { tickside: options.extension, before: options.against });
  await bench.prepare();
  const blocks: Block[] = [];
  for (let index = 0; index < blockCount; index++) {
    blocks.push(await runBlock(bench, index));
    process.stderr.write(`block ${index + 1} of ${blockCount}\n`);
  }
  console.log(await heading());
  for (const page of BENCH_PAGES) console.log(tableOf(page, blocks, bench.arms));
} finally {
  await world.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function runBlock(bench: Bench, index: number): Promise<Block> {
  const block: Partial<Block> = {};
  for (const arm of shuffled(bench.arms)) {
    const { light, zh } = await bench.visit(arm, `${arm}-${index}`);
    block[arm] = { light: typical(light), zh: typical(zh) };
  }
  return block as Block;
}

async function heading(): Promise<string> {
  const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
  const overlay = await readFile(join(options.extension, 'overlay.js'));
  return [
    `Tickside ${version} (overlay.js ${(overlay.length / 1000).toFixed(1)} kB)`,
    await browserVersion(),
    `Node ${process.version}`,
    `${availableParallelism()} CPUs`,
    `${blockCount} blocks`,
    new Date().toISOString().slice(0, 10),
  ].join(' · ');
}

async function browserVersion(): Promise<string> {
  const browser = await launch({
    executablePath: findBrowser('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    return (await browser.version()).replace('/', ' ');
  } finally {
    await browser.close();
  }
}
