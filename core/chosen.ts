/** What the reader has chosen; where that is left to Tickside, what it takes instead. */
export const chosen = <T extends string>(choice: T | 'auto', otherwise: T): T =>
  choice === 'auto' ? otherwise : choice;
