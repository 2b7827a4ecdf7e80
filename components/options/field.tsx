import type { ComponentChildren } from 'preact';
import { Hint } from './hint.tsx';

export interface FieldProps {
  /** Id of the labeled control; a group of controls has none, and has its own name. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A setting: its label, its hint, and the control. */
export const Field = ({ id, label, hint, error, children }: FieldProps) => (
  <div class="field">
    <div class="about">
      <label for={id}>{label}</label>
      <Hint id={id} text={hint} />
    </div>
    <div class="control">
      {children}
      <p class="error" id={`${id}-error`} role="alert">
        {error}
      </p>
    </div>
  </div>
);

export interface SelectProps<T extends string> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly text: string; readonly lang?: string }[];
  onValue(value: T): void;
}

export function Select<T extends string>({ id, label, hint, value, options, onValue }: SelectProps<T>) {
  const choose = (text: string): void => {
    const selected = options.find((option) => option.value === text);
    if (selected) onValue(selected.value);
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <select
        id={id}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          // Preact sets the value of a select before its options exist; `selected` does not depend on the order.
          <option
            key={option.value}
            value={option.value}
            lang={option.lang}
            selected={option.value === value}
          >
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

export interface SwitchProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly on: boolean;
  onSwitch(on: boolean): void;
}

export const Switch = ({ id, label, hint, on, onSwitch }: SwitchProps) => (
  <Field id={id} label={label} hint={hint}>
    <Toggle id={id} describedBy={hint && `${id}-hint`} on={on} onSwitch={onSwitch} />
  </Field>
);

export interface ToggleProps {
  readonly id?: string | undefined;
  readonly describedBy?: string | undefined;
  /** Accessible name, if there is no label next to it. */
  readonly label?: string | undefined;
  readonly disabled?: boolean;
  readonly on: boolean;
  onSwitch(on: boolean): void;
}

/** The control without a label. */
export const Toggle = ({ id, describedBy, label, disabled = false, on, onSwitch }: ToggleProps) => (
  <input
    id={id}
    type="checkbox"
    role="switch"
    class="switch"
    checked={on}
    aria-checked={on}
    aria-label={label}
    disabled={disabled}
    aria-describedby={describedBy}
    onChange={(event) => onSwitch(event.currentTarget.checked)}
  />
);
