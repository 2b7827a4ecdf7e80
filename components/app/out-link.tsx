/** A link out of the extension: opens a new tab without opener and referrer. */
export const OutLink = ({ href, text }: { href: string; text: string }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {text}
  </a>
);
