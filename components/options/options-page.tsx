import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { GENERIC, genericRecord } from '../../core/disclaimer.ts';
import type { Snapshot } from '../../core/snapshot.ts';
import { sourceTable } from '../../core/source.ts';
import type { SetAside } from '../../core/stored.ts';
import { APP } from '../../locales/app/index.ts';
import { COMMON } from '../../locales/common/index.ts';
import { CONTROL } from '../../locales/control/index.ts';
import { conversionText } from '../app/conversion.ts';
import { lookOf } from '../app/look.ts';
import { AsideNote } from './aside-note.tsx';
import { AboutSection, DisclaimerSection } from './closing-sections.tsx';
import { DisplaySection } from './display-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { PricesSection } from './prices-section.tsx';
import type { ChoiceProps, SourceLine } from './props.ts';
import { Reset } from './reset.tsx';
import { SitesSection, type SitesSectionProps } from './sites-section.tsx';
import { SourcesSection } from './sources-section.tsx';

export interface OptionsPageProps
  extends Omit<ChoiceProps, 'words'>,
    Omit<SitesSectionProps, keyof ChoiceProps | 'control' | 'locale'> {
  readonly snapshot: Snapshot;
  readonly aside: readonly SetAside[];
  /** The browser's language. */
  readonly uiTag: string;
  readonly prices: readonly SourceLine[];
  readonly rates: readonly SourceLine[];
  readonly ranking: string;
  readonly version: string;
  readonly saving: 'idle' | 'saved' | 'failed';
  readonly now: number;
  onReset(): void;
  onDiscard(): void;
  onCopy(text: string): Promise<void>;
}

/** The options page, from what went wrong to the small print. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, uiTag, snapshot, prices, rates, onSave } = props;
  const look = lookOf(settings, uiTag);
  const automatic = lookOf({ ...settings, currency: 'auto', colours: 'auto' }, uiTag);
  const [app, common] = [APP[look.language], COMMON[look.language]];
  const words = app.options;
  const sources = sourceTable([...prices, ...rates]);
  const choices = { settings, words, onSave };
  // A draft that was never taken is no stored value that could change: resetting makes the fields anew.
  const [resets, setResets] = useState(0);
  const reset = (): void => {
    setResets(resets + 1);
    props.onReset();
  };
  return (
    <main>
      <h1>
        {app.appName} <span>{common.options}</span>
      </h1>
      {props.aside.length > 0 && <AsideNote {...props} words={words} />}
      <Fragment key={resets}>
        <DisplaySection {...choices} look={look} automatic={automatic} />
        <PricesSection {...choices} />
        <PanelSection {...choices} />
        <SitesSection {...props} {...choices} control={CONTROL[look.language]} locale={look.locale} />
      </Fragment>
      <SourcesSection
        snapshot={snapshot}
        prices={prices}
        rates={rates}
        ranking={props.ranking}
        conversion={conversionText(snapshot, look.currency, sources, app.conversion)}
        app={app}
      />
      <DisclaimerSection
        disclaimer={{ ...GENERIC[look.language], ...genericRecord(look.language), lang: look.language }}
        common={common}
        words={words}
      />
      <AboutSection version={props.version} words={words} name={app.appName} />
      <Reset words={words} onReset={reset} />
      <Saved saving={props.saving} saved={words.saved} failed={words.saveFailed} />
    </main>
  );
}

const Saved = ({ saving, saved, failed }: { saving: string; saved: string; failed: string }) => (
  <p class={`saving ${saving}`} role="status">
    {saving === 'saved' && saved}
    {saving === 'failed' && failed}
  </p>
);
