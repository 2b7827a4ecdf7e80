import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { EntryWords } from '../../locales/words/control.ts';
import { IconButton } from '../app/icon-button.tsx';
import { ClearIcon } from '../app/icons.tsx';
import { Hint } from './hint.tsx';

/** The entry for the typed text, or why it is invalid. */
export type Typed = { readonly entry: string } | { readonly problem: string };

export interface EntryListProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly entries: readonly string[];
  readonly words: EntryWords;
  /** Shown instead of an empty list. */
  readonly empty?: string | undefined;
  read(text: string): Typed;
  /** Called in the event handler. May resolve to the reason why the entry was not added. */
  onAdd(entry: string): Promise<string | null> | undefined;
  onRemove(entry: string): void;
  /** Additional content of an entry. */
  beside?(entry: string): ComponentChildren;
}

/** An editable list: a field to add an entry, and a remove button for each. */
export function EntryList(props: EntryListProps) {
  const { id, label, hint, entries, words, empty } = props;
  const [draft, setDraft] = useState('');
  const [problem, setProblem] = useState('');
  const add = (): void => {
    const typed = props.read(draft);
    setProblem('problem' in typed ? typed.problem : '');
    if ('problem' in typed) return;
    setDraft('');
    void props.onAdd(typed.entry)?.then((why) => why && setProblem(why));
  };
  return (
    <div class="entries">
      <label for={id}>{label}</label>
      <Hint id={id} text={hint} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <input
          id={id}
          type="text"
          inputmode="url"
          autocapitalize="off"
          autocomplete="off"
          spellcheck={false}
          placeholder={words.placeholder}
          value={draft}
          aria-invalid={problem !== ''}
          aria-describedby={`${id}-hint ${id}-error`}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
            setProblem('');
          }}
        />
        <button type="submit" class="button">
          {words.add}
        </button>
      </form>
      <p class="error" id={`${id}-error`} role="alert">
        {problem}
      </p>
      {entries.length > 0 ? (
        <ul aria-label={label}>
          {entries.map((entry) => (
            <li key={entry}>
              <span class="host">{entry}</span>
              {props.beside?.(entry)}
              <IconButton
                look="tool remove"
                label={words.remove(entry)}
                onPress={() => props.onRemove(entry)}
              >
                <ClearIcon />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : (
        empty && <p class="notice">{empty}</p>
      )}
    </div>
  );
}
