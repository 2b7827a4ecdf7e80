import type { PanelProps } from '../../components/overlay/props.ts';
import type { PageReport } from '../../core/message.ts';
import type { Reader } from './reader.ts';

/** What the popup is told of a page. */
export function reportOf(
  site: string,
  { isEvicted, isAllowed, isHidden }: { isEvicted: boolean; isAllowed: boolean; isHidden: boolean },
  props: PanelProps | null,
  article: Element | null,
  reader: Reader | undefined,
): PageReport {
  const shown = props?.folded ? 'folded' : 'open';
  const present = isHidden ? 'hidden' : shown;
  const allowed = isEvicted ? 'evicted' : present;
  return {
    site,
    panel: isAllowed ? allowed : 'off',
    coins: article && (reader?.reading?.coins ?? []),
    published: reader?.reading?.published ?? null,
  };
}
