import type { Board } from '../../core/board.ts';
import type { DisclaimerText } from '../../core/disclaimer.ts';
import type { FxRates } from '../../core/snapshot.ts';
import type { SourceTable } from '../../core/source.ts';
import type { PanelWords } from '../../locales/overlay/index.ts';

/** How everything of ours looks on one page: the `data-` attributes that the style sheets know. */
export interface Skin {
  /** BCP 47 tag for `lang`. */
  readonly lang: string;
  readonly theme: 'light' | 'dark';
  readonly colours: 'red-up' | 'green-up' | 'blue-orange';
}

export interface PanelProps {
  readonly board: Board;
  readonly skin: Skin;
  readonly words: PanelWords;
  readonly disclaimer: DisclaimerText;
  readonly sources: SourceTable;
  readonly fx: FxRates | null;
  readonly side: 'left' | 'right';
  readonly folded: boolean;
  /** All coins rather than the chosen number of rows. */
  readonly expanded: boolean;
  readonly busy: boolean;
  /** Just hidden on this site: only the way back is shown. */
  readonly leaving: boolean;
  /** Ms since the epoch. */
  readonly now: number;
}

/** What a reader can do on the panel. */
export interface PanelActions {
  fold(folded: boolean): void;
  expand(): void;
  refresh(): void;
  hide(hidden: boolean): void;
  top(): void;
  options(): void;
}
