import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { isRecord, parseJson } from '../core/storage/guards.ts';
import type { Feed } from '../providers/feed.ts';
import { type FeedOptions, readArguments, USAGE } from './feed/arguments.ts';
import { feedOf, isWorthWriting } from './feed/document.ts';
import { prepareFolder, readIfPresent, replaceFile } from './feed/files.ts';
import { createStateRefresh, LABELS, parseState, type State } from './feed/sources.ts';

const EXIT_CODES = { ok: 0, noSource: 1, badArguments: 2, notWritable: 3 } as const;
type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

const STOPPED = Symbol('stopped');

const logInfo = (text: string): void => console.log(`${new Date().toISOString()} ${text}`);
const logError = (text: string): void => console.error(`${new Date().toISOString()} ${text}`);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Path of the document, and of the state kept between runs. */
interface Paths {
  readonly out: string;
  readonly state: string;
}

/** Returns the existing feed; null if there is none. Rejects if the file is something else. */
async function existingFeed(out: string): Promise<Feed | null> {
  const text = await readIfPresent(out);
  if (text === null || text.trim() === '') return null;
  const body = parseJson(text);
  if (isRecord(body) && body.v === 1 && isRecord(body.prices)) return body as unknown as Feed;
  throw new Error('the existing file is no feed, so it is not overwritten');
}

/** One round: requests the sources and writes the feed if it changed. */
async function round(
  refresh: () => Promise<State>,
  { out, state: statePath }: Paths,
  { coins, watch }: FeedOptions,
  stopped: Promise<typeof STOPPED>,
): Promise<ExitCode> {
  const outcome = await Promise.race([refresh().catch(reasonOf), stopped]);
  if (outcome === STOPPED) return watch ? EXIT_CODES.ok : EXIT_CODES.noSource;
  if (typeof outcome === 'string') {
    logError(`refresh failed: ${outcome}`);
    return EXIT_CODES.noSource;
  }
  const { snapshot } = outcome;
  const feed = snapshot.trouble ? null : feedOf(snapshot, coins, LABELS, Date.now());
  try {
    const before = await existingFeed(out);
    await replaceFile(statePath, JSON.stringify(outcome));
    if (!feed) return noSource(snapshot);
    if (!isWorthWriting(feed, before)) logInfo(`${out}: unchanged`);
    else await write(out, feed);
    return EXIT_CODES.ok;
  } catch (error) {
    logError(`${out}: cannot be written: ${reasonOf(error)}`);
    return EXIT_CODES.notWritable;
  }
}

function noSource({ trouble }: State['snapshot']): ExitCode {
  const reasons = trouble?.failures.map(({ source, kind }) => `${source}: ${kind}`).join(', ');
  logError(`no source answers${reasons ? ` (${reasons})` : ''}; the last document stays as it is`);
  return EXIT_CODES.noSource;
}

async function write(out: string, feed: Feed): Promise<void> {
  const text = `${JSON.stringify(feed)}\n`;
  await replaceFile(out, text);
  const [raw, zipped] = [Buffer.byteLength(text), gzipSync(text).length];
  logInfo(`${out}: ${Object.keys(feed.prices).length} coins, ${raw} bytes, ${zipped} gzipped`);
}

async function writeFeed(options: FeedOptions): Promise<ExitCode> {
  const out = resolve(options.out);
  const paths = { out, state: join(dirname(out), `.${basename(out)}.state`) };
  const stop = new AbortController();
  const { signal } = stop;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const stopped = new Promise<typeof STOPPED>((done) => {
    signal.addEventListener('abort', () => done(STOPPED));
  });
  let refresh: () => Promise<State>;
  try {
    await existingFeed(out);
    await prepareFolder(out, paths.state);
    refresh = createStateRefresh(parseState(await readIfPresent(paths.state)));
  } catch (error) {
    logError(`${out}: cannot be written: ${reasonOf(error)}`);
    return EXIT_CODES.notWritable;
  }
  for (;;) {
    const started = Date.now();
    const exitCode = await round(refresh, paths, options, stopped);
    if (!options.watch) return exitCode;
    const waitMs = Math.max(0, options.period * 1000 - (Date.now() - started));
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return EXIT_CODES.ok;
  }
}

const options = readArguments(process.argv.slice(2));
if (options === 'help') {
  console.log(USAGE);
} else if ('problem' in options) {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exitCode = EXIT_CODES.badArguments;
} else {
  // process.exit, because a pending request would keep the process alive for seconds.
  process.exit(await writeFeed(options));
}
