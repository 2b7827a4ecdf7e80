import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { PageWords } from '../../locales/words/control.ts';
import type { ArticleCoin } from './article-coins.ts';
import { ArticleList } from './article-list.tsx';
import { Tabs } from './tabs.tsx';

/** What the popup shows: the coins of the article in front, or the full list. */
export type View = 'article' | 'hot';

export interface ViewsProps {
  readonly view: View;
  /** Null when the page in front is no article: then there is nothing to choose. */
  readonly article: readonly ArticleCoin[] | null;
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly page: PageWords;
  /** The full list. */
  readonly children: ComponentChildren;
  onView(view: View): void;
}

/** The article's coins and the full list, each under its tab. */
export function Views({ view, article, words, app, page, children, onView }: ViewsProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The search field took the focus with it; the keyboard goes on from the tab that is shown now.
    if (view !== 'article' || document.activeElement !== document.body) return;
    panel.current?.parentElement?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, [view]);
  if (article === null) return <>{children}</>;
  const tabs = [
    { id: 'article', text: page.article },
    { id: 'hot', text: words.hotCoins },
  ] as const;
  return (
    <>
      <Tabs tabs={tabs} selected={view} label={page.lists} onSelect={onView} />
      <div id="view" class="view" role="tabpanel" aria-labelledby={`tab-${view}`} ref={panel}>
        {view === 'article' ? <ArticleList coins={article} words={words} app={app} page={page} /> : children}
      </div>
    </>
  );
}
