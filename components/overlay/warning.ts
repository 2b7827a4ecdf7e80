import { sourceLabel } from '../../core/sources/source-info.ts';
import { button, el, setText, warningIcon } from './dom.ts';
import type { PanelActions, PanelDisclaimer, PanelProps } from './props.ts';

/** The text of a disclaimer: the general one, that of a region in its own language, the reader's own. */
export function createText() {
  const lines = [el('div'), el('p'), el('p')] as const;
  return {
    lines,
    update(disclaimer: PanelDisclaimer, isFull: boolean, line?: string): void {
      const [general, regional, own] = lines;
      const rest = (text = ''): string => (isFull ? text : '');
      setText(general, line ?? disclaimer.short + rest(disclaimer.rest));
      setText(regional, line ? '' : disclaimer.regional + rest(disclaimer.regionalRest));
      regional.lang = disclaimer.lang;
      setText(own, line ? '' : disclaimer.own);
    },
  };
}

/**
 * The disclaimer at the panel's foot: the short text in sight, the rest and whom to credit one click away. It can be folded to a
 * line, and never away.
 */
export function createWarning(words: PanelProps['words'], actions: PanelActions) {
  let open = false;
  let last: PanelProps;
  const text = createText();
  const toggle = button('link', () => {
    const { folded } = last.disclaimer;
    open = folded || !open;
    if (folded) actions.chooseSite({ foldedDisclaimer: '' });
    else update(last);
  });
  const fold = button('link', () => actions.chooseSite({ foldedDisclaimer: last.disclaimer.id }), words.fold);
  const credits = el('div');
  const element = el('div', 'warn', warningIcon(), el('div', '', ...text.lines, toggle, fold, credits));
  element.role = 'note';
  element.ariaLabel = words.disclaimer;
  function update(props: PanelProps): void {
    last = props;
    const { folded } = props.disclaimer;
    const isFull = open && !folded;
    text.update(props.disclaimer, isFull, folded ? words.shortest : undefined);
    setText(toggle, isFull ? words.showLess : words.fullText);
    toggle.ariaExpanded = `${isFull}`;
    fold.hidden = folded;
    credits.replaceChildren(...(isFull ? creditsOf(props) : []));
  }
  return { element, update };
}

/** How the second currency was computed, and the attributions that sources ask for where their data is shown. */
function creditsOf({ words, fx, sources }: PanelProps): HTMLElement[] {
  const lines = Object.values(sources).flatMap(({ attribution }) => {
    // Sources come from storage: nothing but a web address becomes a link.
    if (!attribution?.url.startsWith('https://')) return [];
    const link = el('a', '', attribution.text);
    link.href = attribution.url;
    link.target = '_blank';
    link.rel = 'noreferrer';
    return [el('p', '', link)];
  });
  const [date, source] = fx;
  if (date)
    lines.unshift(
      el('p', '', words.conversion.replace('{date}', date).replace('{source}', sourceLabel(sources, source))),
    );
  return lines;
}
