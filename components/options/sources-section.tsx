import { COINS } from '../../core/market/coin-catalog.ts';
import { primarySourceOfSnapshot } from '../../core/market/freshness.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { inOrder } from '../../core/settings/updates.ts';
import type { Health } from '../../core/sources/host-health.ts';
import type { AppWords } from '../../locales/words/app.ts';
import type { SourcesWords } from '../../locales/words/data.ts';
import { failureWord } from '../app/failure-word.ts';
import { FeedField } from './feed-field.tsx';
import type { OnChange, SourceLine } from './props.ts';
import { Section } from './section.tsx';
import { SourceList } from './source-list.tsx';

const ALL_IDS = COINS.map((coin) => coin.id);

export interface SourcesSectionProps {
  readonly settings: Settings;
  readonly snapshot: Snapshot;
  readonly health: Health;
  /** URLs that Tickside has no permission for. */
  readonly forbidden: ReadonlySet<string>;
  readonly now: number;
  readonly prices: readonly SourceLine[];
  readonly rates: readonly SourceLine[];
  /** Label of the source of the ranking. */
  readonly ranking: string;
  readonly conversion: string;
  readonly app: AppWords;
  readonly words: SourcesWords;
  onChange: OnChange;
  /** Saves a mirror or the custom feed after requesting permission. Resolves to false if that was denied. */
  onMirror(id: string, address: string): Promise<boolean>;
  onFeed(address: string): Promise<boolean>;
}

/** The settings of sources: order, mirrors, custom feed, and the attributions. */
export function SourcesSection(props: SourcesSectionProps) {
  const { settings, snapshot, prices, rates, ranking, app, words } = props;
  const { fx, trouble } = snapshot;
  const failures = new Map(
    trouble?.failures.map(({ source, kind }) => [source, failureWord(app.failures, kind)]),
  );
  const fxLabel = rates.find((source) => source.id === fx?.source)?.label ?? fx?.source;
  // While no source answers, none is in use, whatever the source of the last known prices.
  const inUse = trouble ? null : primarySourceOfSnapshot(snapshot, ALL_IDS).source;
  const lists = { ...props, badge: app.options.inUse };
  return (
    <Section id="sources" title={app.options.sources}>
      <FeedField {...props} />
      <h3>{app.options.priceOrder}</h3>
      <p class="hint">{words.orderHint}</p>
      <SourceList
        {...lists}
        sources={inOrder(prices, settings.sourceOrder)}
        movable
        inUse={inUse}
        failures={failures}
      />
      <p class="hint">{app.options.ranking(ranking)}</p>
      <h3>{app.options.rateOrder}</h3>
      <SourceList
        {...lists}
        sources={rates}
        movable={false}
        inUse={fx?.source ?? null}
        failures={new Map()}
      />
      <p class="hint">
        {fx && fxLabel ? app.options.ratesOf(fx.date, fxLabel) : app.options.noRates}
        <br />
        {props.conversion}
      </p>
    </Section>
  );
}
