import { onTestFinished } from 'vitest';

interface Shown {
  readonly body?: string;
  readonly head?: string;
  readonly css?: string;
  /** As `<html lang>`. */
  readonly lang?: string;
}

/** Sets the content of the document until the test ends. The test runner's part of `<head>` is kept. */
export function show({ body = '', head = '', css = '', lang = '' }: Shown): void {
  const before = [...document.head.children];
  const style = document.createElement('style');
  style.textContent = css;
  document.head.insertAdjacentHTML('beforeend', head);
  document.head.append(style);
  document.documentElement.lang = lang;
  document.body.innerHTML = body;
  onTestFinished(() => {
    for (const element of [...document.head.children]) if (!before.includes(element)) element.remove();
    for (const element of [document.documentElement, document.body])
      for (const { name } of [...element.attributes]) element.removeAttribute(name);
    document.documentElement.replaceChildren(document.head, document.body);
    document.body.replaceChildren();
    scrollTo(0, 0);
  });
}

/** Returns the only match of a selector. */
export function one(selectors: string): Element {
  const [element, ...others] = document.querySelectorAll(selectors);
  if (!element || others.length > 0) throw new Error(`${selectors} finds ${element ? 'several' : 'nothing'}`);
  return element;
}

/** Changes path and query of the document until the test ends, as scripts of pages do. */
export function goTo(address: string): void {
  const before = location.href;
  history.pushState(null, '', address);
  onTestFinished(() => history.replaceState(null, '', before));
}

/** An abort controller that aborts when the test ends. */
export function lifetime(): AbortController {
  const controller = new AbortController();
  onTestFinished(() => controller.abort());
  return controller;
}

/** Resolves when the page has been laid out and painted. */
export const painted = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));
