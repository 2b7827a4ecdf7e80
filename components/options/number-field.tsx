import { useEffect, useState } from 'preact/hooks';
import type { OptionsWords } from '../../locales/words/options.ts';
import { Field } from './field.tsx';

export interface NumberFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly unit?: string | undefined;
  readonly value: number;
  readonly range: { readonly min: number; readonly max: number };
  readonly words: OptionsWords;
  onValue(value: number): void;
}

/** Parses an integer; null if it is invalid or out of range. */
function integerIn(text: string, { min, max }: { min: number; max: number }): number | null {
  const value = /^\d{1,6}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : null;
}

/** An integer field. Saved on blur, Enter or a step; a value out of range shows an error instead. */
export function NumberField({ id, label, hint, unit, value, range, words, onValue }: NumberFieldProps) {
  // Null while the field shows the stored value.
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  // A change of the stored value replaces the draft.
  useEffect(() => {
    setDraft(null);
    setRefused(false);
  }, [value]);
  const type = (text: string): void => {
    setDraft(text);
    if (integerIn(text, range) !== null) setRefused(false);
  };
  const take = (text: string): void => {
    const whole = integerIn(text, range);
    setRefused(whole === null);
    if (whole === null) return;
    setDraft(null);
    if (whole !== value) onValue(whole);
  };
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      error={refused ? words.outOfRange(range.min, range.max) : undefined}
    >
      <span class="number">
        <input
          id={id}
          type="number"
          inputmode="numeric"
          min={range.min}
          max={range.max}
          step={1}
          value={draft ?? String(value)}
          aria-invalid={refused}
          aria-describedby={`${id}-error${hint ? ` ${id}-hint` : ''}`}
          onInput={(event) => type(event.currentTarget.value)}
          onChange={(event) => take(event.currentTarget.value)}
        />
        {unit && <span class="unit">{unit}</span>}
      </span>
    </Field>
  );
}
