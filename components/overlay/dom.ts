// The page-facing script draws with plain DOM calls: no framework to load on every page, and no innerHTML at all.

type Child = Node | string;

/** Makes an HTML element with a class and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** A button that acts only on a real click: the page cannot forge one that is trusted. */
export function button(className: string, act: () => void, ...children: Child[]): HTMLButtonElement {
  const element = el('button', className, ...children);
  element.type = 'button';
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return element;
}

/** Sets text only when it differs, so that a tick repaints nothing that stayed. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 16 px line icon from one path. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const WARNING = 'M8 2.2 14.4 13.6H1.6ZM8 6.6v3.2M8 11.4v.6';
export const MINUS = 'M4 8h8';
export const REFRESH = 'M13 8a5 5 0 1 1-1.6-3.7M13 2v3h-3';
export const TOP = 'M3 3h10M8 13V6.5M5 9l3-3 3 3';
export const EYE_OFF =
  'M2 2l12 12M6.5 4.3C10 3.4 12.8 5.5 14.2 8c-.5.9-1.2 1.8-2 2.5M9.6 11.7C6 12.6 3.2 10.5 1.8 8c.5-.9 1.2-1.8 2-2.5';
export const GEAR = 'M2 5h6M12 5h2M2 11h2M8 11h6M10 3.5v3M6 9.5v3';

/** A closed root with a stylesheet of its own; the page sees an empty, nameless div. */
export function isolated(css: string, content: HTMLElement): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.append(content);
  return host;
}
