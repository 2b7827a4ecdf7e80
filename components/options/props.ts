import type { Settings } from '../../core/settings/settings.ts';
import type { DiagnosedSource } from '../../core/sources/diagnostics.ts';
import type { OptionsWords } from '../../locales/words/options.ts';

/** The common props of sections with settings. */
export interface ChoiceProps {
  readonly settings: Settings;
  readonly words: OptionsWords;
  /** Saves some changed settings. */
  onSave(patch: Patch): void;
}

type Patch = Partial<Omit<Settings, 'v'>>;

/** Changes settings based on their stored values, such as lists. */
export type OnChange = (change: (settings: Settings) => Patch) => void;

/** A source as the page shows it. */
export interface SourceLine extends DiagnosedSource {
  readonly attribution?: { readonly text: string; readonly url: string };
}

/** A news site, and the keys of its stored states. */
export interface SiteLine {
  readonly id: string;
  readonly languages: readonly string[];
  readonly hosts: readonly string[];
}
