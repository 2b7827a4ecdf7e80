// The page-facing script draws with plain DOM calls: no framework to load on every page, and no innerHTML at all.

type Child = Node | string;

/** Makes an HTML element with a class and children. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
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
  element.addEventListener('click', (event) => {
    if (event.isTrusted) act();
  });
  return element;
}

/** A button that shows a sign instead of words. */
export function signButton(
  className: string,
  act: () => void,
  sign: string,
  title: string,
): HTMLButtonElement {
  const element = button(className, act, sign);
  element.ariaLabel = element.title = title;
  return element;
}

/** Sets text only when it differs, so that a tick repaints (and announces) nothing that stayed. */
export function setText(node: Node, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of one line. */
export function lineDrawing(box: string, line: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', box);
  svg.ariaHidden = 'true';
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', line);
  svg.append(path);
  return svg;
}

/** A 16 px warning sign. */
export const warningIcon = (): SVGElement =>
  lineDrawing('0 0 16 16', 'M8 2.2 14.4 13.6H1.6ZM8 6.6v3.2M8 11.4v.6');
