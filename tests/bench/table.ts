import { ARMS, type Arm, type BenchPage, type Cost } from './arms.ts';
import { type Estimate, estimate, median } from './statistics.ts';

/** One fresh browser per arm. */
export type Block = Record<Arm, Record<BenchPage, Cost>>;

const LABELS: Record<Arm, string> = {
  none: 'no extension',
  control: 'no extension again (A/A control)',
  empty: 'empty content script',
  tickside: 'Tickside',
};
const PAGE_LABELS: Record<BenchPage, string> = { light: 'light page', zh: 'news page' };
const METRICS = ['cpu', 'later', 'first', 'frame', 'script', 'heap'] as const;

/** One visit to stand for several: the middle of each figure. */
export const typical = (visits: readonly Cost[]): Cost => ({
  cpu: median(visits.map(({ cpu }) => cpu)),
  later: median(visits.map(({ later }) => later)),
  first: median(visits.map(({ first }) => first)),
  frame: median(visits.map(({ frame }) => frame)),
  script: median(visits.map(({ script }) => script)),
  heap: median(visits.map(({ heap }) => heap)),
});

/** What one page costs, as a Markdown table: every arm against no extension, and Tickside against the empty script. */
export function tableOf(page: BenchPage, blocks: readonly Block[]): string {
  const rows = ARMS.filter((arm) => arm !== 'none').map((arm) => row(page, blocks, arm, 'none'));
  return [
    '',
    `| ${PAGE_LABELS[page]} | Δ CPU ms | Δ CPU ms after 6.5 s | Δ CPU ms, first page | Δ CPU µs a frame | Δ script ms | Δ heap kB |`,
    '|---|---|---|---|---|---|---|',
    `| ${LABELS.none}, itself | ${METRICS.map((metric) => absolute(page, blocks, metric)).join(' | ')} |`,
    ...rows,
    row(page, blocks, 'tickside', 'empty'),
  ].join('\n');
}

/** The difference of two arms inside each block, over all blocks. */
function row(page: BenchPage, blocks: readonly Block[], arm: Arm, base: Arm): string {
  const cells = METRICS.map((metric) =>
    show(estimate(blocks.map((block) => block[arm][page][metric] - block[base][page][metric])), metric, '+'),
  );
  return `| ${LABELS[arm]} − ${LABELS[base]} | ${cells.join(' | ')} |`;
}

const absolute = (page: BenchPage, blocks: readonly Block[], metric: (typeof METRICS)[number]): string =>
  show(estimate(blocks.map((block) => block.none[page][metric])), metric, '');

function show(
  { median: middle, low, high }: Estimate,
  metric: (typeof METRICS)[number],
  plus: string,
): string {
  const places = metric === 'heap' || metric === 'frame' ? 0 : 1;
  const text = (value: number): string => {
    const rounded = value.toFixed(places).replace(/^-(0(\.0)?)$/, '$1');
    return (Number(rounded) > 0 ? plus : '') + rounded;
  };
  return `${text(middle)} [${text(low)}, ${text(high)}]`;
}
