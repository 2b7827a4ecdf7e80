import { useEffect, useRef, useState } from 'preact/hooks';
import { parseCustomUrl } from '../../core/sites/custom-urls.ts';
import type { AddressProblem, SourcesWords } from '../../locales/words/data.ts';

export interface AddressFieldProps {
  readonly id: string;
  readonly label: string;
  /** Id of the explanatory text. */
  readonly describedBy?: string | undefined;
  /** The stored URL; empty for none. */
  readonly value: string;
  /** Tickside has no permission for the stored URL. */
  readonly forbidden: boolean;
  readonly form: 'base' | 'feed';
  readonly words: SourcesWords;
  /** Saves a URL after requesting permission for it. Resolves to false if that was denied. */
  onAddress(address: string): Promise<boolean>;
}

/** A field for a URL. It is saved if it is valid and Tickside has permission for it. */
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
  // The permission must be requested before any `await`.
  const take = (text: string): void => {
    const read = parseCustomUrl(text, form);
    setProblem('fault' in read ? read.fault : null);
    if ('fault' in read) return;
    if (read.address === value && !forbidden) setDraft(null);
    else void onAddress(read.address).then((allowed) => setProblem(allowed ? null : 'denied'));
  };
  // The button is removed with the URL; the focus moves to the field.
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
