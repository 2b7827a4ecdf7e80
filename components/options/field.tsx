import type { ComponentChildren } from 'preact';

export interface FieldProps {
  /** Id of the control, which the label names; a group of controls has none and brings its own name. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
}

/** A choice: its name, what there is to know about it, and the control. */
export const Field = ({ id, label, hint, error, children }: FieldProps) => (
  <div class="field">
    <div class="about">
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
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
    const chosen = options.find((option) => option.value === text);
    if (chosen) onValue(chosen.value);
  };
  return (
    <Field id={id} label={label} hint={hint}>
      <select
        id={id}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {options.map((option) => (
          // Preact sets a select's value before its options are there; `selected` cannot come too early.
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
  /** Its name, where no label names it. */
  readonly label?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly on: boolean;
  onSwitch(on: boolean): void;
}

/** The control alone. */
export const Toggle = ({ id, label, describedBy, on, onSwitch }: ToggleProps) => (
  <input
    id={id}
    type="checkbox"
    role="switch"
    class="switch"
    checked={on}
    aria-checked={on}
    aria-label={label}
    aria-describedby={describedBy}
    onChange={(event) => onSwitch(event.currentTarget.checked)}
  />
);
