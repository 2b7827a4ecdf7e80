import type { Page } from 'puppeteer-core';

/** The globals of a page in these tests. */
export interface HostileWindow {
  /** Its markup after parsing, before any content script runs. */
  before: string;
  /** Errors and policy violations that the page observed. */
  hurt: string[];
  /** Calls of functions that the page has replaced. */
  caught: string[];
}

const TEXT = [
  'Bitcoin barely moved on Friday while traders waited for figures that nobody expected to matter much in the end.',
  'Ethereum and Solana (SOL) went the other way, and Dogecoin did what it does whenever nobody watches it closely.',
  'Volumes fell to the lowest of the month, and BTC options priced in the calmest week since the middle of July.',
  'None of this tells anybody what to do on Monday, which is why so many people were asked about it on Sunday.',
];

/** Returns an article with some coins. */
export const page = ({
  head = '',
  body = '',
  tail = '',
}: {
  head?: string;
  body?: string;
  tail?: string;
}): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A hostile page</title>
<meta property="article:published_time" content="2025-10-10T12:22:00Z">
<style>body{margin:0 0 0 40px;font:18px/1.6 sans-serif}article{width:620px;min-height:1200px}</style>${head}</head>
<body>${body}<article><h1>A quiet Friday</h1>${TEXT.map((text) => `<p>${text}</p>`).join('')}</article>${tail}</body></html>`;

/** Runs in the page, before anything else. */
export function watchPage(): void {
  const scope = window as unknown as HostileWindow;
  scope.hurt = [];
  scope.caught = [];
  for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation'])
    addEventListener(
      type,
      (event) => {
        const { message, reason, violatedDirective } = event as never;
        scope.hurt.push(`${type}: ${message ?? reason ?? violatedDirective}`);
      },
      true,
    );
  document.addEventListener('DOMContentLoaded', () => {
    // Content scripts at `document_idle` run after this; the page's own listeners may still run.
    scope.before = document.documentElement.outerHTML;
  });
}

/** Runs in the page: returns its markup without nameless, empty elements, of which it has none itself. */
export function ownMarkup(): string {
  const copy = document.documentElement.cloneNode(true) as Element;
  for (const div of copy.querySelectorAll('div'))
    if (div.attributes.length === 0 && div.childNodes.length === 0) div.remove();
  return copy.outerHTML;
}

export const complaintsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as HostileWindow).hurt);

/** Style rules that override everything that makes an element visible. */
export const UNDOING = `<style>html > *:not(head, body), div, div * { all: unset !important; display: none !important; visibility: hidden !important;
        opacity: 0 !important; transform: scale(0) !important; clip-path: inset(50%) !important; filter: opacity(0) !important;
        position: static !important; z-index: -1 !important; pointer-events: none !important; content-visibility: hidden !important }</style>`;

/** Replaces common APIs by versions that record calls and return wrong results. */
export const PATCHES = `
var caught = [];
const note = (holder, name, lie) => {
  const real = holder[name];
  holder[name] = function (...args) { caught.push(name); return lie ? lie(real, this, args) : Reflect.apply(real, this, args); };
};
addEventListener('DOMContentLoaded', () => {
  before = document.documentElement.outerHTML;
  note(Element.prototype, 'attachShadow', (real, self, [init]) => real.call(self, { ...init, mode: 'open' }));
  for (const name of ['append', 'replaceChildren', 'remove', 'closest', 'matches', 'getBoundingClientRect'])
    note(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'cloneNode']) note(Node.prototype, name);
  for (const name of ['createElement', 'querySelector', 'querySelectorAll']) note(Document.prototype, name);
  for (const name of ['map', 'push', 'filter', 'join', 'slice']) {
    const real = Array.prototype[name];
    Array.prototype[name] = function (...args) { if (name !== 'push') caught[caught.length] = name; return real.apply(this, args); };
  }
  for (const name of ['addEventListener', 'dispatchEvent']) note(EventTarget.prototype, name);
  for (const name of ['define', 'get', 'whenDefined']) note(CustomElementRegistry.prototype, name);
  note(JSON, 'parse', () => ({}));
  note(CSSStyleSheet.prototype, 'replaceSync', () => {});
  note(HighlightRegistry.prototype, 'set');
  note(window, 'setTimeout'); note(window, 'setInterval'); note(window, 'requestIdleCallback'); note(window, 'getComputedStyle');
  Promise.prototype.then = new Proxy(Promise.prototype.then, {
    apply: (real, self, args) => { caught.push('then'); return Reflect.apply(real, self, args); },
  });
  for (const owner of [Document.prototype, ShadowRoot.prototype])
    Object.defineProperty(owner, 'adoptedStyleSheets', { set() { caught.push('sheets'); }, get: () => [] });
  for (const name of ['Map', 'Set', 'Range', 'StaticRange', 'Highlight', 'MutationObserver', 'AbortController', 'CSSStyleSheet'])
    window[name] = class { constructor() { caught.push(name); throw new Error(name); } };
  Object.defineProperty(Object.prototype, 'type', { configurable: true, set() { caught.push('type'); } });
  Object.defineProperty(Object.prototype, 'id', { configurable: true, get() { caught.push('id'); } });
});`;
