export type Direction = 'up' | 'down' | 'flat' | null;

const ARROWS = { up: '▲', down: '▼', flat: '' } as const;

/** A change with arrow, sign and color, so that none of them is the only cue. */
export const Change = ({ direction, text }: { direction: Direction; text: string }) => (
  <span class={`change ${direction ?? ''}`}>
    {direction && ARROWS[direction] && (
      <span class="arrow" aria-hidden="true">
        {ARROWS[direction]}
      </span>
    )}
    {text}
  </span>
);
