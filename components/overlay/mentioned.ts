import { button, el, setText } from './dom.ts';
import type { PanelActions, PanelProps } from './props.ts';
import { createRows } from './row.ts';

const FEW = 5;

/** 本文提到: the coins the article names, and what has happened to them since it was published. */
export function createMentioned(words: PanelProps['words'], actions: PanelActions) {
  const published = el('span', '');
  const figures = el('span', '');
  const rows = createRows('mentioned');
  const more = button('more', actions.showMentioned);
  const element = el(
    'div',
    '',
    el('div', 'band', el('span', '', words.inArticle), figures, published),
    rows.element,
    more,
  );
  return {
    element,
    update(props: PanelProps): void {
      const { mentioned, allMentioned } = props;
      element.hidden = mentioned.length === 0;
      setText(published, props.published);
      setText(figures, words.day + (mentioned.some(({ since }) => since) ? ` · ${words.since}` : ''));
      rows.update(allMentioned ? mentioned : mentioned.slice(0, FEW), props);
      more.hidden = mentioned.length <= FEW;
      setText(more, allMentioned ? '−' : `+${mentioned.length - FEW}`);
      more.ariaLabel = allMentioned ? words.showLess : words.showMore;
      more.ariaExpanded = String(allMentioned);
    },
  };
}
