import { el, warningIcon } from './dom.ts';
import noteCss from './note.css?inline';
import type { PanelProps } from './props.ts';
import { applyAppearance, isolated } from './theme.ts';
import { createText } from './warning.ts';

export type NoteView = ReturnType<typeof createNote>;

/** The disclaimer after the article's end, signed: readers should know that these are not the site's words. */
export function createNote(name: string) {
  const text = createText();
  const note = el(
    'div',
    'skin warn',
    warningIcon(),
    el('div', '', ...text.lines, el('p', 'by', `${name} · Tickside`)),
  );
  note.role = 'note';
  note.ariaLabel = name;
  return {
    host: isolated(noteCss, note),
    update(props: PanelProps): void {
      applyAppearance(note, props);
      text.update(props.disclaimer, true);
    },
  };
}
