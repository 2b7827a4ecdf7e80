import type { ComponentChildren } from 'preact';

export interface IconButtonProps {
  /** Its name: heard, and shown under the pointer. */
  readonly label: string;
  readonly look?: string;
  /** Stays where it is and keeps the focus, but does nothing. */
  readonly disabled?: boolean;
  readonly children: ComponentChildren;
  onPress(button: HTMLElement): void;
}

/** A button that is only an icon. */
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
