import type { Settings } from '../../core/settings/settings.ts';
import type { DiagnosedSource } from '../../core/sources/diagnostics.ts';
import type { OptionsWords } from '../../locales/words/options.ts';

/** What every section of choices gets. */
export interface ChoiceProps {
  readonly settings: Settings;
  readonly words: OptionsWords;
  /** Writes some changed choices at once. */
  onSave(patch: Patch): void;
}

type Patch = Partial<Omit<Settings, 'v'>>;

/** Changes choices that depend on what is stored at that moment, such as lists. */
export type OnChange = (change: (settings: Settings) => Patch) => void;

/** A source as the page names it. */
export interface SourceLine extends DiagnosedSource {
  readonly attribution?: { readonly text: string; readonly url: string };
}

/** A news site and the names under which a reader's choice for it is stored. */
export interface SiteLine {
  readonly id: string;
  readonly languages: readonly string[];
  readonly hosts: readonly string[];
}
