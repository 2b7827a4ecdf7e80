/** A link that leaves the extension: a tab of its own, which learns nothing about where it was opened. */
export const OutLink = ({ href, text }: { href: string; text: string }) => (
  <a href={href} target="_blank" rel="noopener noreferrer">
    {text}
  </a>
);
