import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { isRecord, parseJson } from '../core/storage/guards.ts';
import type { Feed } from '../providers/feed.ts';
import { type FeedOptions, readArguments, USAGE } from './feed/arguments.ts';
import { feedOf, isChanged } from './feed/document.ts';
import { prepareFolder, readIfPresent, replaceFile } from './feed/files.ts';
import { createStateRefresh, LABELS, parseState, type State } from './feed/sources.ts';

const EXIT_CODES = { well: 0, noSource: 1, misunderstood: 2, unwritable: 3 } as const;
type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES];

const STOPPED = Symbol('stopped');

const log = (text: string): void => console.log(`${new Date().toISOString()} ${text}`);
const logError = (text: string): void => console.error(`${new Date().toISOString()} ${text}`);
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Path of the document, and of the state kept between runs. */
interface Place {
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
  ask: () => Promise<State>,
  { out, state: statePath }: Place,
  { coins, watch }: FeedOptions,
  stopped: Promise<typeof STOPPED>,
): Promise<ExitCode> {
  const asked = await Promise.race([ask().catch(reasonOf), stopped]);
  if (asked === STOPPED) return watch ? EXIT_CODES.well : EXIT_CODES.noSource;
  if (typeof asked === 'string') {
    logError(`request failed: ${asked}`);
    return EXIT_CODES.noSource;
  }
  const { snapshot } = asked;
  const feed = snapshot.trouble ? null : feedOf(snapshot, coins, LABELS, Date.now());
  try {
    const before = await existingFeed(out);
    await replaceFile(statePath, JSON.stringify(asked));
    if (!feed) return noSource(snapshot);
    if (!isChanged(feed, before)) log(`${out}: no changes`);
    else await write(out, feed);
    return EXIT_CODES.well;
  } catch (error) {
    logError(`${out}: cannot be written: ${reasonOf(error)}`);
    return EXIT_CODES.unwritable;
  }
}

function noSource({ trouble }: State['snapshot']): ExitCode {
  const said = trouble?.failures.map(({ source, kind }) => `${source}: ${kind}`).join(', ');
  logError(`no source answers${said ? ` (${said})` : ''}; the last document is kept`);
  return EXIT_CODES.noSource;
}

async function write(out: string, feed: Feed): Promise<void> {
  const text = `${JSON.stringify(feed)}\n`;
  await replaceFile(out, text);
  const [plain, packed] = [Buffer.byteLength(text), gzipSync(text).length];
  log(`${out}: ${Object.keys(feed.prices).length} coins, ${plain} bytes, ${packed} gzipped`);
}

async function writeFeed(options: FeedOptions): Promise<ExitCode> {
  const out = resolve(options.out);
  const place = { out, state: join(dirname(out), `.${basename(out)}.state`) };
  const stop = new AbortController();
  const { signal } = stop;
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const stopped = new Promise<typeof STOPPED>((done) => {
    signal.addEventListener('abort', () => done(STOPPED));
  });
  let ask: () => Promise<State>;
  try {
    await existingFeed(out);
    await prepareFolder(out, place.state);
    ask = createStateRefresh(parseState(await readIfPresent(place.state)));
  } catch (error) {
    logError(`${out}: cannot be written: ${reasonOf(error)}`);
    return EXIT_CODES.unwritable;
  }
  for (;;) {
    const started = Date.now();
    const ended = await round(ask, place, options, stopped);
    if (!options.watch) return ended;
    const rest = Math.max(0, options.period * 1000 - (Date.now() - started));
    await sleep(rest, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return EXIT_CODES.well;
  }
}

const options = readArguments(process.argv.slice(2));
if (options === 'help') {
  console.log(USAGE);
} else if ('problem' in options) {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exitCode = EXIT_CODES.misunderstood;
} else {
  // process.exit, because a pending request would keep the process alive for seconds.
  process.exit(await writeFeed(options));
}
