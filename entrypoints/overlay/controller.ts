import type { PanelActions } from '../../components/overlay/props.ts';
import { addressOf } from '../../page/address.ts';
import { NOTHING_STORED, onPageMessage, send, watchStored } from '../../platform/content-bridge.ts';
import { describePage } from './describe-page.ts';
import { type Dispatch, type OverlayContext, runEffects } from './effects.ts';
import { createSteps, watchPointing } from './hover.ts';
import { createMount } from './mount.ts';
import { watchPage } from './page-events.ts';
import { isAllowedHere } from './page-facts.ts';
import {
  activeMentions,
  arrivalDue,
  hideChosen,
  initialState,
  panelToggled,
  pointed,
  reduce,
  refreshChosen,
  siteChosen,
  storageChanged,
  viewChosen,
} from './state.ts';

/** What a reader does on the panel, as events. */
const actionsFor = (dispatch: Dispatch): PanelActions => ({
  chooseSite: (part) => dispatch(siteChosen(part)),
  chooseView: (part) => dispatch(viewChosen(part)),
  refresh: () => dispatch(refreshChosen),
  hide: (hidden) => dispatch(hideChosen(hidden)),
  top: () => scrollTo(0, 0),
  options: () => void send({ type: 'open-options' }),
});

/** Holds the state: each event is reduced, then its effects run, and the events that they cause at once. */
function createContext(site: string): OverlayContext {
  let state = initialState(NOTHING_STORED);
  const dispatch: Dispatch = (event) => {
    const [next, effects] = reduce(state, event);
    state = next;
    for (const each of effects) runEffects(context, each);
  };
  const context: OverlayContext = {
    site,
    end: new AbortController(),
    mount: createMount(actionsFor(dispatch)),
    state: () => state,
    dispatch,
    visit: new AbortController(),
    article: null,
  };
  return context;
}

/** Answers the popup and the keyboard. */
function answerMessages(
  { site, mount, state, dispatch }: OverlayContext,
  stepBy: (by: 1 | -1) => void,
): void {
  onPageMessage((message) => {
    if (message.type === 'report') {
      const isAllowed = isAllowedHere(state().stored.pageContext);
      return describePage(site, state(), isAllowed, mount.isRemovedByPage());
    }
    if (message.type === 'toggle') dispatch(panelToggled);
    else stepBy(message.by);
    return undefined;
  });
}

/**
 * The panel, the note and the mentions on one page: drawn from storage, kept up to date by it, gone when the extension goes.
 * @param site as in `siteKey`
 */
export function startOverlay(site: string): void {
  const context = createContext(site);
  const { mount, state, dispatch } = context;
  const { signal } = context.end;
  const mentions = () => activeMentions(state());
  const point: Parameters<typeof watchPointing>[2] = (mention) => dispatch(pointed(mention));
  const reread = (): void => {
    // Fifty tabs in the background need not read what nobody looks at.
    if (!document.hidden) dispatch(storageChanged);
  };
  dispatch(arrivalDue(state().visit, 0, addressOf()));
  // Watched before it is read, or a write in between would be missed.
  watchStored(site, reread, signal);
  reread();
  watchPage(context, reread);
  watchPointing(mentions, mount.isOurs, point, signal);
  answerMessages(context, createSteps(mentions, point));
}
