import type { Snapshot } from '../../core/market/snapshot.ts';
import { HOT_LISTS, type HotList } from '../../core/settings/page-settings.ts';
import type { ListsWords } from '../../locales/words/data.ts';

export interface ListTabsProps {
  readonly snapshot: Snapshot;
  readonly list: HotList;
  readonly words: ListsWords;
  onList(list: HotList): void;
}

/** Selects the list. Radio buttons, so that the arrow keys work as usual. */
export const ListTabs = ({ snapshot, list, words, onList }: ListTabsProps) => (
  <fieldset class="tabs">
    <legend class="unseen">{words.choose}</legend>
    {HOT_LISTS.filter((kind) => kind !== 'trending' || snapshot.trending).map((kind) => (
      <label key={kind} class="tab">
        <input type="radio" name="list" value={kind} checked={kind === list} onChange={() => onList(kind)} />
        <span>{words.tabs[kind]}</span>
      </label>
    ))}
  </fieldset>
);
