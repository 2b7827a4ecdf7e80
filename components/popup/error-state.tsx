import type { Snapshot } from '../../core/market/snapshot.ts';
import { type SourceTable, sourceLabel } from '../../core/sources/source-info.ts';
import type { AppWords } from '../../locales/words/app.ts';
import { failureWord } from '../app/failure-word.ts';

export interface FailuresProps {
  readonly trouble: Snapshot['trouble'];
  readonly sources: SourceTable;
  readonly app: AppWords;
}

/** The failure of each source. */
export const Failures = ({ trouble, sources, app }: FailuresProps) =>
  trouble && trouble.failures.length > 0 ? (
    <ul class="failures">
      {trouble.failures.map(({ source, kind }) => (
        <li key={source}>
          <b>{sourceLabel(sources, source)}</b> {failureWord(app.failures, kind)}
        </li>
      ))}
    </ul>
  ) : null;

export interface NoPricesProps extends FailuresProps {
  readonly online: boolean;
  readonly busy: boolean;
  onRefresh(): void;
}

/** Shown instead of the list if there are no prices and no source answers. */
export const NoPrices = ({ online, busy, onRefresh, ...failures }: NoPricesProps) => {
  const { popup } = failures.app;
  return (
    <section class="no-prices">
      <p>{online ? popup.noAnswer : popup.noNetwork}</p>
      <Failures {...failures} />
      <button type="button" class="button" aria-disabled={busy} onClick={() => !busy && onRefresh()}>
        {busy ? popup.refreshing : popup.retry}
      </button>
    </section>
  );
};

const WIDTHS = [46, 62, 54, 70, 38, 58, 50, 66] as const;

/** Shown instead of the list until the first prices arrive. */
export const Waiting = ({ app }: { app: AppWords }) => (
  <section class="waiting" aria-busy="true">
    <p>{app.popup.waiting}</p>
    <ul aria-hidden="true">
      {WIDTHS.map((width) => (
        <li key={width}>
          <span style={{ width: `${width}px` }} />
          <span style={{ width: `${width + 30}px` }} />
        </li>
      ))}
    </ul>
  </section>
);
