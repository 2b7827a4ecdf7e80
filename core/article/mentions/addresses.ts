const ENDINGS =
  'com|org|net|io|cn|hk|tw|xyz|co|info|app|finance|exchange|news|tv|gg|pro|eth|network|foundation|dev|vip|cc';
// Bounded repeats: hostile text must not cause long matches.
const ADDRESSES = new RegExp(
  [
    String.raw`(?:https?|ftp):\/\/[^\s<>"'，。、）)]{1,2000}`,
    String.raw`[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}`,
    String.raw`@\w{1,64}`,
    String.raw`\b[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.(?:${ENDINGS})\b(?![-])(?:\/[^\s<>"'，。、）)]{0,2000})?`,
    '`[^`\\n]{1,200}`',
  ].join('|'),
  'gi',
);

/** Not a letter, space or punctuation, so no pattern matches across it. */
const FILLER = '\u0001';

/** Blanks out URLs, e-mail addresses, handles and code, keeping the length: names inside them are not coins. */
export function withoutAddresses(text: string): string {
  if (!/[.@`]|:\/\//.test(text)) return text;
  return text.replace(ADDRESSES, (address) => FILLER.repeat(address.length));
}
