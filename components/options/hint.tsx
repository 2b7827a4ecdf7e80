export interface HintProps {
  /** Id of the control that it explains. */
  readonly id: string;
  readonly text: string | undefined;
}

/** The hint of a setting, if it has one; controls refer to it by `<id>-hint`. */
export const Hint = ({ id, text }: HintProps) =>
  text ? (
    <p class="hint" id={`${id}-hint`}>
      {text}
    </p>
  ) : null;
