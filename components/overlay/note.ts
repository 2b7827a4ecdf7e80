import { type DisclaimerText, fullText } from '../../core/disclaimer.ts';
import { el, isolated, warningIcon } from './dom.ts';
import noteCss from './note.css?inline';
import type { Skin } from './props.ts';
import themeCss from './theme.css?inline';

/** The disclaimer after the article's end, signed: readers should know that these are not the site's words. */
export function createNote(disclaimer: DisclaimerText, name: string) {
  const note = el(
    'div',
    'skin warn',
    warningIcon(),
    el('div', '', fullText(disclaimer), el('p', 'by', `${name} · Tickside`)),
  );
  note.role = 'note';
  note.ariaLabel = name;
  return {
    host: isolated(themeCss + noteCss, note),
    update(skin: Skin): void {
      note.lang = skin.lang;
      Object.assign(note.dataset, skin);
    },
  };
}
