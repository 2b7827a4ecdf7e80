import { useEffect, useRef } from 'preact/hooks';
import type { AppWords } from '../../locales/words/app.ts';
import { IconButton } from '../app/icon-button.tsx';
import { ClearIcon, SearchIcon } from '../app/icons.tsx';

export interface SearchFieldProps {
  readonly query: string;
  readonly app: AppWords;
  onQuery(query: string): void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, select, textarea');

/** The search field. Focused initially, and on `/`. */
export function SearchField({ query, app, onQuery }: SearchFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    const life = new AbortController();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      field.current?.select();
    };
    document.addEventListener('keydown', onKey, { signal: life.signal });
    return () => life.abort();
  }, []);
  const clear = (): void => {
    onQuery('');
    field.current?.focus();
  };
  return (
    <search class="search">
      <SearchIcon />
      <input
        ref={field}
        type="text"
        enterkeyhint="search"
        autocomplete="off"
        spellcheck={false}
        aria-label={app.popup.search}
        aria-keyshortcuts="/"
        placeholder={app.popup.search}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      {query ? (
        <IconButton look="clear" label={app.popup.clear} onPress={clear}>
          <ClearIcon />
        </IconButton>
      ) : (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
    </search>
  );
}
