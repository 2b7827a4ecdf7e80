import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../app/icon-button.tsx';
import { DownIcon, UpIcon } from '../app/icons.tsx';

export interface MoveButtonsProps {
  /** Index in the list, and its length. */
  readonly index: number;
  readonly count: number;
  readonly up: string;
  readonly down: string;
  onMove(by: -1 | 1): void;
}

/** Moves an entry of a list up or down. The pressed button keeps the focus. */
export function MoveButtons({ index, count, up, down, onMove }: MoveButtonsProps) {
  const pressed = useRef<HTMLElement | null>(null);
  // Moving an element in the document removes its focus.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [index]);
  const button = (by: -1 | 1, name: string, isEnd: boolean) => (
    <IconButton
      label={name}
      disabled={isEnd}
      onPress={(self) => {
        pressed.current = self;
        onMove(by);
      }}
    >
      {by < 0 ? <UpIcon /> : <DownIcon />}
    </IconButton>
  );
  return (
    <>
      {button(-1, up, index === 0)}
      {button(1, down, index === count - 1)}
    </>
  );
}
