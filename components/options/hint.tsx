export interface HintProps {
  /** Of the control that it explains. */
  readonly id: string;
  readonly text: string | undefined;
}

/** What there is to know about a choice, if anything; controls point at it by `<id>-hint`. */
export const Hint = ({ id, text }: HintProps) =>
  text ? (
    <p class="hint" id={`${id}-hint`}>
      {text}
    </p>
  ) : null;
