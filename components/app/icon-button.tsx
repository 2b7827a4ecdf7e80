import type { ComponentChildren } from 'preact';

export interface IconButtonProps {
  /** Accessible name and tooltip. */
  readonly label: string;
  readonly look?: string;
  /** The button stays focusable, but does nothing. */
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
  onPress(button: HTMLElement): void;
}

/** A button with only an icon. */
export const IconButton = ({ label, look = 'tool', disabled, children, onPress }: IconButtonProps) => (
  <button
    type="button"
    class={look}
    aria-label={label}
    title={label}
    aria-disabled={disabled}
    onClick={(event) => {
      if (!disabled) onPress(event.currentTarget);
    }}
  >
    {children}
  </button>
);
