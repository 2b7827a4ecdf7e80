import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { LANGUAGES } from '../../core/i18n/language.ts';
import { APP, COMMON, DATA } from '../../locales/index.ts';
import type { DataWords } from '../../locales/words/data.ts';
import { SearchIcon } from '../app/icons.tsx';
import { isIn, type Translations, translationsOf } from './match-options.ts';
import { SearchInput } from './search-input.tsx';

const catalogues = () =>
  LANGUAGES.map((language) => ({
    app: APP[language].options,
    common: COMMON[language],
    data: DATA[language],
  }));

/** Returns all visible and accessible text of an element. */
function textsOf(element: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.textContent ?? '');
  for (const named of element.querySelectorAll('[aria-label], [placeholder]')) {
    texts.push(named.getAttribute('aria-label') ?? '', named.getAttribute('placeholder') ?? '');
  }
  return texts;
}

/** Hides parts that do not match; a section whose title matches is shown completely. Returns the number of visible parts. */
function filterSections(root: Element, query: string, translations: Translations): number {
  let shown = 0;
  for (const section of root.querySelectorAll('section')) {
    const heading = section.querySelector('h2');
    const isWhole = heading !== null && isIn(textsOf(heading), query, translations);
    let parts = 0;
    for (const part of section.querySelectorAll('.card > *')) {
      const isShown = isWhole || isIn(textsOf(part), query, translations);
      part.toggleAttribute('hidden', !isShown);
      parts += Number(isShown);
    }
    section.toggleAttribute('hidden', parts === 0);
    shown += Number(parts > 0);
  }
  return shown;
}

/** Sections with a field to search them, in any of the three languages. */
export function Searched({ words, children }: { words: DataWords['search']; children: ComponentChildren }) {
  const [query, setQuery] = useState('');
  const root = useRef<HTMLDivElement>(null);
  const nothing = useRef<HTMLParagraphElement>(null);
  const translations = useMemo(() => translationsOf(catalogues()), []);
  // After every render, which may have changed the text of a section.
  useLayoutEffect(() => {
    if (!root.current || !nothing.current) return;
    const shown = filterSections(root.current, query, translations);
    nothing.current.textContent = shown === 0 ? words.none(query.trim()) : '';
  });
  return (
    <>
      <search class="find">
        <SearchIcon />
        <SearchInput id="find" label={words.label} query={query} onQuery={setQuery} />
      </search>
      <p ref={nothing} class="nothing" role="status" />
      <div ref={root}>{children}</div>
    </>
  );
}
