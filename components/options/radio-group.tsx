import type { ComponentChildren } from 'preact';
import { Hint } from './hint.tsx';

export interface RadioGroupProps<T extends string> {
  /** Also the `name` of the radio buttons. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: string;
    readonly sample?: ComponentChildren;
  }[];
  readonly look: 'segments' | 'cards';
  onValue(value: T): void;
}

/** A choice of one option, with all options visible. */
export const RadioGroup = <T extends string>(props: RadioGroupProps<T>) => {
  const { id, label, hint, value, options, look, onValue } = props;
  return (
    <fieldset class="field" aria-describedby={hint && `${id}-hint`}>
      <legend class="unseen">{label}</legend>
      <div class="about">
        <span class="name" aria-hidden="true">
          {label}
        </span>
        <Hint id={id} text={hint} />
      </div>
      <div class={`control ${look}`}>
        {options.map((option) => (
          <label key={option.value} class="choice">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValue(option.value)}
            />
            <span>{option.text}</span>
            {option.sample}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
