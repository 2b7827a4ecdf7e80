import type { PageReport } from '../../core/storage/messages.ts';
import type { OverlayState } from './state.ts';

/** The panel as the popup shows it. */
function panelOf(state: OverlayState, isAllowed: boolean, isRemovedByPage: boolean): PageReport['panel'] {
  if (!isAllowed) return 'off';
  if (state.stored.site.hidden) return 'hidden';
  if (isRemovedByPage) return 'removed-by-page';
  return state.isFolded ? 'folded' : 'open';
}

/**
 * What the popup shows of a page.
 * @param site as in `siteKey`
 * @param isAllowed by the reader's rules and the page's owner
 */
export function describePage(
  site: string,
  state: OverlayState,
  isAllowed: boolean,
  isRemovedByPage: boolean,
): PageReport {
  const answer = state.reading?.answer;
  return {
    site,
    panel: panelOf(state, isAllowed, isRemovedByPage),
    coins: state.hasArticle ? (answer?.coins ?? []) : null,
    published: answer?.published ?? null,
  };
}
