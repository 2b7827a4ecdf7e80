import { sourceLabel } from '../../core/source.ts';
import { button, el, setText, warningIcon } from './dom.ts';
import type { PanelActions, PanelProps } from './props.ts';

/**
 * The disclaimer at the panel's foot: the short text in sight, the rest and whom to credit one click away. It can be folded to a
 * line, and never away.
 */
export function createWarning(words: PanelProps['words'], actions: PanelActions) {
  let open = false;
  let last: PanelProps;
  const text = el('span', '');
  const regional = el('p', '');
  const own = el('p', '');
  const toggle = button('link', () => {
    open = last.disclaimer.folded || !open;
    if (last.disclaimer.folded) actions.foldDisclaimer(false);
    else update(last);
  });
  const fold = button('link', () => actions.foldDisclaimer(true), words.fold);
  const credits = el('div', '');
  const body = el('div', '', text, regional, own, el('span', 'links', toggle, fold), credits);
  const element = el('div', 'warn', warningIcon(), body);
  element.role = 'note';
  element.ariaLabel = words.disclaimer;
  function update(props: PanelProps): void {
    last = props;
    const { disclaimer } = props;
    const { folded } = disclaimer;
    const isFull = open && !folded;
    setText(text, folded ? words.shortest : disclaimer.short + (isFull ? (disclaimer.rest ?? '') : ''));
    regional.lang = disclaimer.lang ?? '';
    setText(regional, (disclaimer.regional ?? '') + (isFull ? (disclaimer.regionalRest ?? '') : ''));
    setText(own, disclaimer.own);
    regional.hidden = folded || !disclaimer.regional;
    own.hidden = folded || !disclaimer.own;
    setText(toggle, isFull ? words.showLess : words.fullText);
    toggle.ariaExpanded = String(isFull);
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
  if (fx)
    lines.unshift(
      el(
        'p',
        '',
        words.conversion.replace('{date}', fx.date).replace('{source}', sourceLabel(sources, fx.source)),
      ),
    );
  return lines;
}
