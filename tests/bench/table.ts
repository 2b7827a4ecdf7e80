import type { Arm, BenchPage, Cost } from './arms.ts';
import { type Estimate, estimate, median } from './statistics.ts';

/** One fresh browser per arm. */
export type Block = Record<Arm, Record<BenchPage, Cost>>;

const LABELS: Record<Arm, string> = {
  none: 'no extension',
  control: 'no extension again (A/A control)',
  empty: 'empty content script',
  tickside: 'Tickside',
  before: 'Tickside, older build',
};
const PAGE_LABELS: Record<BenchPage, string> = { light: 'light page', zh: 'news page' };

type Metric = keyof Cost;
/** The columns in order: heading and number of decimals. */
const COLUMNS: Readonly<Record<Metric, readonly [heading: string, places: number]>> = {
  cpu: ['Δ CPU ms', 1],
  later: ['Δ CPU ms after 6.5 s', 1],
  first: ['Δ CPU ms, first page', 1],
  frame: ['Δ CPU µs a frame', 0],
  script: ['Δ script ms', 1],
  heap: ['Δ heap kB', 0],
};
const METRICS = Object.keys(COLUMNS) as Metric[];

/** Combines several visits into one, with the median of each figure. */
export const typical = (visits: readonly Cost[]): Cost =>
  Object.fromEntries(
    METRICS.map((metric) => [metric, median(visits.map((visit) => visit[metric]))]),
  ) as unknown as Cost;

/** Formats the cost of one page as a Markdown table: every arm compared to no extension, and Tickside to the empty script. */
export function tableOf(page: BenchPage, blocks: readonly Block[], arms: readonly Arm[]): string {
  const rows = arms.filter((arm) => arm !== 'none').map((arm) => row(page, blocks, arm, 'none'));
  return [
    '',
    `| ${[PAGE_LABELS[page], ...METRICS.map((metric) => COLUMNS[metric][0])].join(' | ')} |`,
    `|${'---|'.repeat(METRICS.length + 1)}`,
    `| ${LABELS.none}, itself | ${METRICS.map((metric) => absolute(page, blocks, metric)).join(' | ')} |`,
    ...rows,
    row(page, blocks, 'tickside', 'empty'),
    ...(arms.includes('before') ? [row(page, blocks, 'tickside', 'before')] : []),
  ].join('\n');
}

/** Formats the difference of two arms within each block, over all blocks. */
function row(page: BenchPage, blocks: readonly Block[], arm: Arm, base: Arm): string {
  const cells = METRICS.map((metric) =>
    show(estimate(blocks.map((block) => block[arm][page][metric] - block[base][page][metric])), metric, '+'),
  );
  return `| ${LABELS[arm]} − ${LABELS[base]} | ${cells.join(' | ')} |`;
}

const absolute = (page: BenchPage, blocks: readonly Block[], metric: Metric): string =>
  show(estimate(blocks.map((block) => block.none[page][metric])), metric, '');

function show({ median: middle, low, high }: Estimate, metric: Metric, plus: string): string {
  const [, places] = COLUMNS[metric];
  const text = (value: number): string => {
    const rounded = value.toFixed(places).replace(/^-(0(\.0)?)$/, '$1');
    return (Number(rounded) > 0 ? plus : '') + rounded;
  };
  return `${text(middle)} [${text(low)}, ${text(high)}]`;
}
