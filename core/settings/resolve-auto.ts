/** Returns the reader's choice, or the automatic value for `auto`. */
export const resolveAuto = <T extends string>(choice: T | 'auto', automatic: T): T =>
  choice === 'auto' ? automatic : choice;
