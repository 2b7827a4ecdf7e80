import type { PanelProps } from '../../components/overlay/props.ts';
import type { PageReport } from '../../core/storage/messages.ts';
import type { Reader } from './reader.ts';

/** How the panel of a page stands that may have one. */
export function panelState(props: PanelProps | null, isRemovedByPage: boolean): PageReport['panel'] {
  const shown = props?.folded ? 'folded' : 'open';
  return isRemovedByPage ? 'removed-by-page' : shown;
}

/** What the popup is told of a page. */
export const describePage = (
  site: string,
  panel: PageReport['panel'],
  article: Element | null,
  reader: Reader | undefined,
): PageReport => ({
  ...{ site, panel, coins: article && (reader?.reading?.coins ?? []) },
  published: reader?.reading?.published ?? null,
});
