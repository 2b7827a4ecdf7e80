import { button, el, setText } from './dom.ts';
import type { PanelActions, PanelProps } from './props.ts';
import { basisOf, createRows } from './row.ts';

const FEW = 5;

/** 本文提到: the coins the article names, and what has happened to them since it was published. */
export function createMentioned(words: PanelProps['words'], actions: PanelActions) {
  const heading = el('span');
  const figures = el('span');
  const rows = createRows('mentioned');
  let isAll = false;
  const more = button('more', () => actions.chooseView({ allMentioned: !isAll }));
  const element = el('div', '', el('div', 'band', heading, figures), rows.element, more);
  return {
    element,
    update(props: PanelProps): void {
      const { mentioned, allMentioned } = props;
      isAll = allMentioned;
      element.hidden = mentioned.length === 0;
      setText(heading, words.inArticle + props.published);
      const hasSince = mentioned.some(({ since }) => since);
      setText(figures, basisOf(words, hasSince));
      rows.update(allMentioned ? mentioned : mentioned.slice(0, FEW), props);
      more.hidden = mentioned.length <= FEW;
      setText(more, allMentioned ? words.showLess : `${words.inArticle} +${mentioned.length - FEW}`);
      more.ariaExpanded = `${allMentioned}`;
    },
  };
}
