import { useEffect, useRef, useState } from 'preact/hooks';
import { parseCustomUrl } from '../../core/sites/custom-urls.ts';
import type { AddressProblem, SourcesWords } from '../../locales/words/data.ts';

export interface AddressFieldProps {
  readonly id: string;
  readonly label: string;
  /** Id of the text that explains it. */
  readonly describedBy?: string | undefined;
  /** As stored; empty for none. */
  readonly value: string;
  /** The browser does not let Tickside reach the stored one. */
  readonly forbidden: boolean;
  readonly form: 'base' | 'feed';
  readonly words: SourcesWords;
  /** Takes an address, asking the browser for the right to reach it; false when that was refused. */
  onAddress(address: string): Promise<boolean>;
}

/** An address of the reader's own. It is taken when it is one, and when the browser lets Tickside reach it. */
export function AddressField(props: AddressFieldProps) {
  const { id, label, describedBy, value, forbidden, form, words, onAddress } = props;
  const field = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<AddressProblem | null>(null);
  useEffect(() => {
    setDraft(null);
    setProblem(null);
  }, [value]);
  const type = (text: string): void => {
    setDraft(text);
    setProblem(null);
  };
  // The browser's question must be asked before anything is awaited.
  const take = (text: string): void => {
    const read = parseCustomUrl(text, form);
    setProblem('fault' in read ? read.fault : null);
    if ('fault' in read) return;
    if (read.address === value && !forbidden) setDraft(null);
    else void onAddress(read.address).then((allowed) => setProblem(allowed ? null : 'denied'));
  };
  // The button goes with the address; the focus must not.
  const remove = (): void => {
    take('');
    field.current?.focus();
  };
  const shown = problem ?? (forbidden && draft === null ? 'forbidden' : null);
  return (
    <form
      class="address"
      onSubmit={(event) => {
        event.preventDefault();
        take(draft ?? value);
      }}
    >
      <input
        ref={field}
        id={id}
        type="text"
        inputmode="url"
        autocomplete="off"
        spellcheck={false}
        placeholder="https://"
        aria-label={label}
        aria-invalid={shown !== null}
        aria-describedby={`${id}-error ${describedBy ?? ''}`.trim()}
        value={draft ?? value}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="submit" class="button">
        {words.save}
      </button>
      {value !== '' && (
        <button type="button" class="button" onClick={remove}>
          {words.remove}
        </button>
      )}
      <p class="error" id={`${id}-error`} role="alert">
        {shown && words.problems[shown]}
      </p>
    </form>
  );
}
