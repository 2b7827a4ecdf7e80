import { parseArgs } from 'node:util';

export interface FeedOptions {
  readonly out: string;
  readonly watch: boolean;
  /** Seconds between rounds. */
  readonly period: number;
  /** How many coins, the largest first; null for all. */
  readonly coins: number | null;
}

export const USAGE = `Usage: npm run feed -- --out FILE [--watch] [--period SECONDS] [--coins N]

Requests prices from the sources and writes a feed for Tickside (docs/feed.md).

  --out FILE        the document; it is replaced atomically
  --watch           repeat until stopped
  --period SECONDS  with --watch: seconds between two updates, 1 to 3600 (default: 60)
  --coins N         only the N largest coins, 1 to 400 (default: all)
  --help            show this text

Exit codes: 0 the document is up to date, 1 no source answers, 2 invalid arguments,
3 FILE cannot be written.`;

/** Parses the command line. @returns the options, `help`, or the problem in one line */
export function readArguments(args: readonly string[]): FeedOptions | 'help' | { readonly problem: string } {
  const parsed = parsedOrProblem(args);
  if (typeof parsed === 'string') return { problem: parsed };
  const { help, out, watch = false, period, coins } = parsed;
  if (help) return 'help';
  if (!out) return { problem: '--out FILE is missing' };
  if (period !== undefined && !watch) return { problem: '--period needs --watch' };
  const [seconds, count] = [parseInteger(period ?? '60', 1, 3600), parseInteger(coins ?? '400', 1, 400)];
  if (seconds === null) return { problem: `--period ${period}: not a whole number from 1 to 3600` };
  if (count === null) return { problem: `--coins ${coins}: not a whole number from 1 to 400` };
  return { out, watch, period: seconds, coins: coins === undefined ? null : count };
}

function parsedOrProblem(args: readonly string[]) {
  try {
    const text = { type: 'string' } as const;
    const toggle = { type: 'boolean' } as const;
    const options = { out: text, watch: toggle, period: text, coins: text, help: toggle };
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  }
}

function parseInteger(text: string, min: number, max: number): number | null {
  const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  return number >= min && number <= max ? number : null;
}
