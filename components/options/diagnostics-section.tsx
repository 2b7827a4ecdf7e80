import { useState } from 'preact/hooks';
import { ageText, localMoment } from '../../core/i18n/time-text.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { feedReport, type HostReport, hostReports, percent } from '../../core/sources/diagnostics.ts';
import { diagnosticsText } from '../../core/sources/diagnostics-text.ts';
import type { Health } from '../../core/sources/host-health.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { DiagnosticsWords } from '../../locales/words/data.ts';
import { failureWord } from '../app/failure-word.ts';
import type { SourceLine } from './props.ts';
import { Section } from './section.tsx';

export interface DiagnosticsSectionProps {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly health: Health;
  readonly now: number;
  readonly prices: readonly SourceLine[];
  readonly rates: readonly SourceLine[];
  readonly version: string;
  readonly app: AppWords;
  readonly common: CommonWords;
  readonly words: DiagnosticsWords;
  onCopy(text: string): Promise<void>;
}

/** The last response of each host, and the time of its next request. */
export function DiagnosticsSection(props: DiagnosticsSectionProps) {
  const { settings, health, now, words } = props;
  const [message, setMessage] = useState('');
  const feed = feedReport(settings.feedUrl, words.ownFeed, health, now);
  const reports = [
    ...(feed ? [feed] : []),
    ...hostReports([...props.prices, ...props.rates], settings, health, now),
  ];
  const copy = (): void => {
    const text = diagnosticsText({ ...props, name: 'Tickside', reports });
    props.onCopy(text).then(
      () => setMessage(words.copied),
      () => setMessage(words.copyFailed),
    );
  };
  const { host, state, good, failure, left } = words.columns;
  return (
    <Section id="diagnostics" title={words.title}>
      <p class="hint">{words.hint}</p>
      <table class="diagnostics">
        <thead>
          <tr>
            {[host, state, good, failure, left].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <HostRow key={`${report.source} ${report.host}`} {...props} report={report} />
          ))}
        </tbody>
      </table>
      <p class="copy">
        <button type="button" class="button" id="copy-diagnostics" onClick={copy}>
          {words.copy}
        </button>{' '}
        <span role="status">{message}</span>
      </p>
    </Section>
  );
}

type HostRowProps = DiagnosticsSectionProps & { readonly report: HostReport };

function HostRow({ report, now, app, common, words }: HostRowProps) {
  const { source, host, off, state, health, ours, nextTry } = report;
  const { columns } = words;
  const { goodAt = 0, latencyMs = null, lastFailure = null, failing = 0, budget = null } = health ?? {};
  return (
    <tr class={off ? 'off' : state}>
      <th scope="row">
        {source}
        <span class="host-name">{host}</span>
      </th>
      <td data-name={columns.state}>
        <span class="state-word">{stateWord(report, now, words)}</span>
        {nextTry !== null && state !== 'open' && (
          <Fact name={columns.next} text={localMoment(nextTry, now)} />
        )}
        {health && failing > 0 && <Fact name={columns.failing} text={`${percent(failing)}%`} />}
      </td>
      <td data-name={columns.good}>
        {goodAt > 0 ? ageText(common.ago, goodAt, now) : '—'}
        {latencyMs !== null && <Fact name={columns.latency} text={`${latencyMs} ms`} />}
      </td>
      <td data-name={columns.failure}>
        {lastFailure ? (
          <>
            {failureWord(app.failures, lastFailure.kind)}
            <span class="fact">{ageText(common.ago, lastFailure.at, now)}</span>
            {lastFailure.detail && <span class="fact">{lastFailure.detail}</span>}
          </>
        ) : (
          '—'
        )}
      </td>
      <td data-name={columns.left}>
        {ours ? words.ours(ours.left, ours.of) : '—'}
        {budget && <span class="fact">{words.theirs(budget.remaining, budget.limit)}</span>}
      </td>
    </tr>
  );
}

const Fact = ({ name, text }: { name: string; text: string }) => (
  <span class="fact">
    {name} {text}
  </span>
);

function stateWord({ off, state, nextTry }: HostReport, now: number, words: DiagnosticsWords): string {
  if (off) return words.off;
  if (state !== 'open') return words.states[state];
  return words.open(localMoment(nextTry ?? now, now));
}
