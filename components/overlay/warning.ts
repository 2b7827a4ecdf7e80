import { button, el, icon, setText, WARNING } from './dom.ts';
import type { PanelProps } from './props.ts';

/** The disclaimer at the panel's foot: the short text always in sight, the full one and what it rests on one click away. */
export function createWarning(): { element: HTMLElement; update(props: PanelProps): void } {
  let open = false;
  const short = el('span', '');
  const toggle = button('link', () => {
    open = !open;
    if (last) update(last);
  });
  const full = el('div', '');
  const element = el('div', 'warn', icon(WARNING), el('div', '', el('span', '', short, ' ', toggle), full));
  element.setAttribute('role', 'note');
  let last: PanelProps | null = null;
  function update(props: PanelProps): void {
    last = props;
    const { disclaimer, words } = props;
    element.setAttribute('aria-label', words.disclaimer);
    element.lang = disclaimer.lang;
    setText(short, disclaimer.short);
    setText(toggle, open ? words.close : words.fullText);
    toggle.setAttribute('aria-expanded', String(open));
    full.replaceChildren(...(open ? details(props) : []));
  }
  return { element, update };
}

function details({ disclaimer, words, fx, sources }: PanelProps): HTMLElement[] {
  const lines = [disclaimer.full, fx && words.conversion(fx.date, sources[fx.source]?.label ?? fx.source)];
  const paragraphs = lines.flatMap((line) => (line ? [el('p', '', line)] : []));
  const credits = Object.values(sources).flatMap(({ attribution }) =>
    attribution ? [el('p', '', outward(attribution.text, attribution.url))] : [],
  );
  return [...paragraphs, ...credits];
}

function outward(text: string, url: string): HTMLAnchorElement {
  const link = el('a', '', text);
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}
