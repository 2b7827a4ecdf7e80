import { ageText } from '../i18n/time-text.ts';
import type { Snapshot } from '../market/snapshot.ts';
import type { Settings } from '../settings/settings.ts';
import { type HostReport, percent } from './diagnostics.ts';
import type { HostHealth } from './host-health.ts';
import { hostOf } from './source-info.ts';

export interface ReportInput {
  readonly name: string;
  readonly version: string;
  readonly reports: readonly HostReport[];
  readonly snapshot: Snapshot;
  /** Used only to remove the reader's own URLs. */
  readonly settings: Pick<Settings, 'mirrors' | 'feedUrl'>;
  readonly now: number;
}

const STATES = {
  closed: 'OK',
  'half-open': 'next request decides',
  open: 'backing off',
  never: 'not requested yet',
} as const;
const AGO = ['just now', ' s ago', ' min ago', ' h ago', ' d ago'];
const COVERS = { mirror: 'mirror', feed: 'own feed' } as const;

/**
 * Formats diagnostics as plain text for a bug report, always in English. Contains nothing personal: no sites, no watched coins,
 * and of the reader's own URLs only that there are some.
 */
export function diagnosticsText(input: ReportInput): string {
  const { name, version, reports, snapshot, now } = input;
  const lines = [
    `${name} ${version}, ${new Date(now).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
    '',
    ...pricesLines(snapshot, now),
    '',
    ...reports.map((report) => reportLine(report, now)),
  ];
  return `${withoutOwn(lines.join('\n'), input.settings)}\n`;
}

function pricesLines({ quotes, fx, hot, usdtUsd, trouble }: Snapshot, now: number): string[] {
  const all = Object.values(quotes);
  const newest = all.reduce((latest, { at }) => Math.max(latest, at), 0);
  const counts = new Map<string, number>();
  for (const { source } of all) counts.set(source, (counts.get(source) ?? 0) + 1);
  const from = [...counts].map(([source, count]) => `${source} ${count}`).join(', ');
  const failures = trouble?.failures.map(({ source, kind }) => `${source} ${kind}`).join(', ');
  return [
    `prices: ${all.length === 0 ? 'none' : `${from}; newest ${age(newest, now)}`}`,
    `disputed: ${all.filter(({ disputedBy }) => disputedBy).length}`,
    `rates: ${fx ? `${fx.source}, dated ${fx.date}, ${age(fx.at, now)}` : 'none'}`,
    `ranking: ${hot ? age(hot.at, now) : 'none'}`,
    `USDT in dollars: ${usdtUsd ? `${usdtUsd.source}, ${age(usdtUsd.at, now)}` : 'unknown'}`,
    `failures: ${trouble ? `${age(trouble.since, now)}; ${failures}` : 'none'}`,
  ];
}

function reportLine(
  { source, host, whose, off, state, health, ours, nextTry }: HostReport,
  now: number,
): string {
  const facts = [off ? 'off' : STATES[state]];
  if (health) {
    facts.push(...answerFacts(health, now));
    if (ours) facts.push(`own limit ${ours.left} of ${ours.of} left`);
    if (health.budget) facts.push(`host limit ${health.budget.remaining} of ${health.budget.limit} left`);
    if (nextTry) facts.push(`next request in ${Math.ceil((nextTry - now) / 1000)} s`);
  }
  return `${source}, ${whose === 'source' ? host : COVERS[whose]}: ${facts.join('; ')}`;
}

/** Summarizes the past responses of a host. */
function answerFacts({ goodAt, lastFailure, latencyMs, failing }: HostHealth, now: number): string[] {
  const facts = [goodAt ? `last good answer ${age(goodAt, now)}` : 'no good answer'];
  if (lastFailure) {
    const { kind, at, detail } = lastFailure;
    facts.push(`last failure ${age(at, now)}: ${kind}${detail && ` (${detail})`}`);
  }
  if (latencyMs !== null) facts.push(`${latencyMs} ms`);
  facts.push(`failure rate ${percent(failing)}%`);
  return facts;
}

// The detail of a failure may contain a URL.
const withoutOwn = (text: string, { mirrors, feedUrl }: ReportInput['settings']): string =>
  [...Object.values(mirrors).map((base) => [base, 'mirror'] as const), [feedUrl, 'own feed'] as const]
    .flatMap(([address, cover]) => [
      [address, cover] as const,
      [hostOf(address), cover] as const,
      [hostOf(address).replace(/:\d+$/, ''), cover] as const,
    ])
    .filter(([own]) => own !== '')
    .reduce((clean, [own, cover]) => clean.replaceAll(own, cover), text);

const age = (at: number, now: number): string => ageText(AGO, at, now);
