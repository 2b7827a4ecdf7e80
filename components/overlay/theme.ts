import { el } from './dom.ts';
import type { PanelProps } from './props.ts';
import themeCss from './theme.css?inline';

/** A closed root with the theme and a style sheet of its own; the page sees an empty, nameless div. */
export function isolated(css: string, content: HTMLElement): HTMLElement {
  const host = el('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(themeCss + css);
  root.adoptedStyleSheets = [sheet];
  root.append(content);
  return host;
}

/** Sets language, theme and colors of an element of the class `skin`. */
export function applyAppearance(skinned: HTMLElement, { appearance }: PanelProps): void {
  skinned.lang = appearance.lang;
  Object.assign(skinned.dataset, appearance);
}
