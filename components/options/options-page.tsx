import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { regionFor } from '../../core/disclaimer/detect-region.ts';
import { shownDisclaimers } from '../../core/disclaimer/resolve.ts';
import type { Snapshot } from '../../core/market/snapshot.ts';
import type { Health } from '../../core/sources/host-health.ts';
import { sourceTable } from '../../core/sources/source-info.ts';
import type { SettingsBackup } from '../../core/storage/items.ts';
import { APP, COMMON, CONTROL, DATA } from '../../locales/index.ts';
import { appearanceOf } from '../app/appearance.ts';
import { conversionText } from '../app/conversion.ts';
import { AboutSection, DisclaimerSection } from './closing-sections.tsx';
import { DiagnosticsSection } from './diagnostics-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { PanelSection } from './panel-section.tsx';
import { PricesSection } from './prices-section.tsx';
import type { ChoiceProps, OnChange, SourceLine } from './props.ts';
import { Reset } from './reset.tsx';
import { Searched } from './searched.tsx';
import { SettingsBackupNote } from './settings-backup-note.tsx';
import { SitesSection, type SitesSectionProps } from './sites-section.tsx';
import { SourcesSection } from './sources-section.tsx';

export interface OptionsPageProps
  extends Omit<ChoiceProps, 'words'>,
    Omit<SitesSectionProps, keyof ChoiceProps | 'control' | 'locale'> {
  readonly snapshot: Snapshot;
  readonly health: Health;
  /** The reader's URLs that Tickside has no permission for. */
  readonly forbidden: ReadonlySet<string>;
  readonly backups: readonly SettingsBackup[];
  /** The browser's language. */
  readonly uiTag: string;
  readonly prices: readonly SourceLine[];
  readonly rates: readonly SourceLine[];
  readonly ranking: string;
  readonly version: string;
  readonly saving: 'idle' | 'saved' | 'failed';
  readonly now: number;
  onChange: OnChange;
  onMirror(id: string, address: string): Promise<boolean>;
  onFeed(address: string): Promise<boolean>;
  onReset(): void;
  onDiscard(): void;
  onCopy(text: string): Promise<void>;
}

/** The options page. */
export function OptionsPage(props: OptionsPageProps) {
  const { settings, uiTag, snapshot, prices, rates, onSave } = props;
  const look = appearanceOf(settings, uiTag);
  const automatic = appearanceOf({ ...settings, currency: 'auto', colours: 'auto' }, uiTag);
  const [app, common] = [APP[look.language], COMMON[look.language]];
  const words = app.options;
  const data = DATA[look.language];
  const sources = sourceTable([...prices, ...rates]);
  const choices = { settings, words, onSave };
  // Unsaved drafts do not depend on stored values, so a reset mounts the fields again.
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
      {props.backups.length > 0 && <SettingsBackupNote {...props} words={words} />}
      <Searched words={data.search}>
        <Fragment key={resets}>
          <DisplaySection {...choices} look={look} automatic={automatic} />
          <PricesSection
            {...choices}
            language={look.language}
            common={common}
            watch={data.watch}
            onChange={props.onChange}
          />
          <PanelSection {...choices} mentionsHint={data.mentionsHint} />
          <SitesSection {...props} {...choices} control={CONTROL[look.language]} locale={look.locale} />
          <SourcesSection
            {...props}
            conversion={conversionText(snapshot, look.currency, sources, app.conversion)}
            app={app}
            words={data.sources}
          />
          <DisclaimerSection
            {...choices}
            region={data.region}
            disclaimers={shownDisclaimers(regionFor(settings.region, uiTag), look.language)}
            common={common}
          />
        </Fragment>
        <DiagnosticsSection {...props} app={app} common={common} words={data.diagnostics} />
        <AboutSection version={props.version} words={words} name={app.appName} />
      </Searched>
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
