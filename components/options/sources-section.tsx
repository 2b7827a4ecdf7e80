import { COINS } from '../../core/catalogue.ts';
import { leadOfSnapshot } from '../../core/freshness.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import type { AppWords } from '../../locales/app/app.ts';
import { failureWord } from '../app/failure-word.ts';
import { OutLink } from '../app/out-link.tsx';
import type { SourceLine } from './props.ts';
import { Section } from './section.tsx';

const ALL_IDS = COINS.map((coin) => coin.id);

export interface SourcesSectionProps {
  readonly snapshot: Snapshot;
  readonly prices: readonly SourceLine[];
  readonly rates: readonly SourceLine[];
  /** Label of the source that ranks. */
  readonly ranking: string;
  readonly conversion: string;
  readonly app: AppWords;
}

/** Whom Tickside asks, in which order, and who must be named for it. */
export function SourcesSection({ snapshot, prices, rates, ranking, conversion, app }: SourcesSectionProps) {
  const words = app.options;
  const { fx, trouble } = snapshot;
  const failures = new Map(
    trouble?.failures.map(({ source, kind }) => [source, failureWord(app.failures, kind)]),
  );
  const fxLabel = rates.find((source) => source.id === fx?.source)?.label ?? fx?.source;
  // While nobody answers, nobody is in use, whoever the last known prices are from.
  const inUse = trouble ? null : leadOfSnapshot(snapshot, ALL_IDS).source;
  return (
    <Section id="sources" title={words.sources}>
      <h3>{words.priceOrder}</h3>
      <SourceList sources={prices} inUse={inUse} failures={failures} badge={words.inUse} />
      <p class="hint">{words.ranking(ranking)}</p>
      <h3>{words.rateOrder}</h3>
      <SourceList sources={rates} inUse={fx?.source ?? null} failures={new Map()} badge={words.inUse} />
      <p class="hint">
        {fx && fxLabel ? words.ratesOf(fx.date, fxLabel) : words.noRates}
        <br />
        {conversion}
      </p>
    </Section>
  );
}

interface SourceListProps {
  readonly sources: readonly SourceLine[];
  readonly inUse: string | null;
  readonly failures: ReadonlyMap<string, string>;
  readonly badge: string;
}

const SourceList = ({ sources, inUse, failures, badge }: SourceListProps) => (
  <ol class="sources">
    {sources.map(({ id, label, hosts, attribution }) => (
      <li key={id}>
        <span class="source">
          <b>{label}</b> {id === inUse && <span class="badge">{badge}</span>}
          {failures.has(id) && <span class="failure">{failures.get(id)}</span>}
        </span>
        {/* Plain text: the address answers programs, and Tickside sends nobody to an exchange. */}
        <span class="hosts">{hosts.join(', ')}</span>
        {attribution && <OutLink href={attribution.url} text={attribution.text} />}
      </li>
    ))}
  </ol>
);
