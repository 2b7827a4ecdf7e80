/** What the reader has chosen; where that is left to Tickside, what it takes instead. */
export const resolveAuto = <T extends string>(choice: T | 'auto', automatic: T): T =>
  choice === 'auto' ? automatic : choice;
