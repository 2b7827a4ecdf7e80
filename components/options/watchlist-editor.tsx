import { useState } from 'preact/hooks';
import type { Language } from '../../core/i18n/language.ts';
import { coinName } from '../../core/market/coin.ts';
import { COIN_BY_ID, COINS } from '../../core/market/coin-catalog.ts';
import { MAX_WATCHED } from '../../core/settings/page-settings.ts';
import { moved, watching } from '../../core/settings/updates.ts';
import type { WatchWords } from '../../locales/words/data.ts';
import { IconButton } from '../app/icon-button.tsx';
import { ClearIcon } from '../app/icons.tsx';
import { isFound } from '../popup/search.ts';
import { MoveButtons } from './move-buttons.tsx';
import type { OnChange } from './props.ts';
import { SearchInput } from './search-input.tsx';

const MAX_MATCHES = 8;

export interface WatchlistEditorProps {
  readonly label: string;
  readonly watchlist: readonly string[];
  readonly language: Language;
  readonly words: WatchWords;
  onChange: OnChange;
}

/** The editor of the watchlist: search, add, reorder, remove. */
export function WatchlistEditor({ label, watchlist, language, words, onChange }: WatchlistEditorProps) {
  const known = watchlist.filter((id) => COIN_BY_ID.has(id));
  const line = (id: string, index: number) => {
    const { symbol, name } = watchedCoin(id, language);
    return (
      <li key={id} class="line">
        <span class="coin-name">
          <b>{symbol}</b> {name}
        </span>
        <span class="line-tools">
          <MoveButtons
            index={index}
            count={known.length}
            up={words.up(symbol)}
            down={words.down(symbol)}
            onMove={(by) => onChange((settings) => ({ watchlist: moved(settings.watchlist, id, by) }))}
          />
          <IconButton label={words.remove(symbol)} onPress={() => onChange(watching(id, false))}>
            <ClearIcon />
          </IconButton>
        </span>
      </li>
    );
  };
  return (
    <div class="watchlist">
      <h3>{label}</h3>
      <p class="hint">{words.hint}</p>
      {known.length > 0 ? <ol>{known.map(line)}</ol> : <p class="hint none-yet">{words.none}</p>}
      {known.length < MAX_WATCHED ? (
        <CoinFinder
          taken={watchlist}
          language={language}
          words={words}
          onFound={(id) => onChange(watching(id, true))}
        />
      ) : (
        <p class="hint">{words.full}</p>
      )}
    </div>
  );
}

interface CoinFinderProps {
  readonly taken: readonly string[];
  readonly language: Language;
  readonly words: WatchWords;
  onFound(id: string): void;
}

/** A search for coins by symbol or name. */
function CoinFinder({ taken, language, words, onFound }: CoinFinderProps) {
  const [query, setQuery] = useState('');
  const isAsked = query.trim() !== '';
  const found = isAsked
    ? COINS.filter(({ id }) => !taken.includes(id) && isFound(id, query)).slice(0, MAX_MATCHES)
    : [];
  const take = (id: string | undefined): void => {
    if (id === undefined) return;
    setQuery('');
    onFound(id);
  };
  return (
    <form
      class="finder"
      onSubmit={(event) => {
        event.preventDefault();
        take(found[0]?.id);
      }}
    >
      <SearchInput
        id="watch-find"
        label={words.add}
        placeholder={`${words.add} · ${words.find}`}
        query={query}
        onQuery={setQuery}
      />
      <ul class="found">
        {found.map(({ id }) => {
          const { symbol, name } = watchedCoin(id, language);
          return (
            <li key={id}>
              <button type="button" class="button" onClick={() => take(id)}>
                + <b>{symbol}</b> {name}
              </button>
            </li>
          );
        })}
      </ul>
      <p class="hint" role="status">
        {isAsked && found.length === 0 && words.nothingFound(query.trim())}
      </p>
    </form>
  );
}

function watchedCoin(id: string, language: Language): { symbol: string; name: string } {
  const coin = COIN_BY_ID.get(id);
  const [symbol, name] = [coin?.symbol ?? id, coin ? coinName(coin, language) : ''];
  return { symbol, name: name === symbol ? '' : name };
}
