import type { ComponentChildren } from 'preact';

/** A section of the page, with its heading. */
export const Section = ({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ComponentChildren;
}) => (
  <section aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <div class="card">{children}</div>
  </section>
);
