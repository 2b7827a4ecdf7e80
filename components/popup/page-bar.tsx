import type { PageStatus } from '../../core/sites/page-status.ts';
import type { PageWords } from '../../locales/words/control.ts';

/** The actions for the active page. */
export interface PageActions {
  /** Called in the click handler, because it requests a permission. */
  onAdd(host: string): void;
  onRemove(host: string): void;
  onHide(hidden: boolean): void;
  onPause(paused: boolean): void;
  onReload(): void;
  onOptions(): void;
}

export interface PageBarProps extends PageActions {
  readonly place: PageStatus;
  readonly paused: boolean;
  readonly words: PageWords;
}

/** The active page: its host, the status of the panel, and the available actions. */
export function PageBar(props: PageBarProps) {
  const { place, paused, words } = props;
  const { panelStatuses, unlisted, thisPage } = words;
  const statusText = place.panelStatus === null ? unlisted : panelStatuses[place.panelStatus];
  return (
    <section class="page" aria-label={thisPage}>
      <p class="site">
        <b>{place.host}</b>
        <span role="status">{statusText}</span>
        {paused && place.panelStatus !== 'paused' && <span>{panelStatuses.paused}</span>}
      </p>
      <div class="acts">
        {actsFor(props).map(({ text, main, run }) => (
          <button key={text} type="button" class={main ? 'button primary' : 'button'} onClick={run}>
            {text}
          </button>
        ))}
      </div>
    </section>
  );
}

interface Act {
  readonly text: string;
  readonly main?: true;
  run(): void;
}

/** Returns the available actions; those that restore the panel come first, removal last. */
function actsFor({ place, paused, words, ...on }: PageBarProps): Act[] {
  const { host, panelStatus } = place;
  const pause: Act = paused
    ? { text: words.resume, main: true, run: () => on.onPause(false) }
    : { text: words.pause, run: () => on.onPause(true) };
  if (panelStatus === null) {
    const add: Act = { text: words.add, main: true, run: () => on.onAdd(host) };
    return paused ? [pause, add] : [add];
  }
  const acts: Act[] = [];
  if (panelStatus === 'no-access') acts.push({ text: words.allow, main: true, run: () => on.onAdd(host) });
  if (panelStatus === 'hidden') acts.push({ text: words.show, main: true, run: () => on.onHide(false) });
  if (panelStatus === 'absent') acts.push({ text: words.reload, main: true, run: on.onReload });
  if (panelStatus === 'ruled-out') acts.push({ text: words.rules, run: on.onOptions });
  if (panelStatus === 'shown' || panelStatus === 'absent' || panelStatus === 'removed-by-page')
    acts.push({ text: words.hide, run: () => on.onHide(true) });
  if (panelStatus !== 'no-access') acts.push(pause);
  if (place.added) acts.push({ text: words.remove, run: () => on.onRemove(host) });
  return acts;
}
