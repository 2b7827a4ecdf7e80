import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AppWords } from '../../locales/words/app.ts';
import type { CommonWords } from '../../locales/words/common.ts';
import type { PageWords } from '../../locales/words/control.ts';
import type { ArticleCoin } from './article-coins.ts';
import { ArticleList } from './article-list.tsx';
import { Tabs } from './tabs.tsx';

/** The views of the popup: the coins of the article, or the full list. */
export type View = 'article' | 'hot';

export interface ViewsProps {
  readonly view: View;
  /** Null if the active page has no article: then there are no tabs. */
  readonly article: readonly ArticleCoin[] | null;
  readonly words: CommonWords;
  readonly app: AppWords;
  readonly page: PageWords;
  /** The full list. */
  readonly children: ComponentChildren;
  onView(view: View): void;
}

/** The article's coins and the full list, each in a tab. */
export function Views({ view, article, words, app, page, children, onView }: ViewsProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The focused search field was removed; move the focus to the selected tab.
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
