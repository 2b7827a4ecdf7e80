import { sourceLabel } from '../../core/source.ts';
import { button, el, setText, warningIcon } from './dom.ts';
import type { PanelProps } from './props.ts';

/** The disclaimer at the panel's foot: the short text always in sight, the rest and whom to credit one click away. */
export function createWarning(words: PanelProps['words']) {
  let open = false;
  let last: PanelProps;
  const text = el('span', '');
  const toggle = button('link', () => {
    open = !open;
    update(last);
  });
  const credits = el('div', '');
  const element = el('div', 'warn', warningIcon(), el('div', '', text, ' ', toggle, credits));
  element.role = 'note';
  element.ariaLabel = words.disclaimer;
  function update(props: PanelProps): void {
    last = props;
    const { disclaimer } = props;
    setText(text, disclaimer.short + (open ? disclaimer.rest : ''));
    setText(toggle, open ? words.showLess : words.fullText);
    toggle.ariaExpanded = String(open);
    credits.replaceChildren(...(open ? creditsOf(props) : []));
  }
  return { element, update };
}

/** How the second currency was computed, and the attributions that sources ask for where their data is shown. */
function creditsOf({ words, fx, sources }: PanelProps): HTMLElement[] {
  const lines = Object.values(sources).flatMap(({ attribution }) => {
    if (!attribution) return [];
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
