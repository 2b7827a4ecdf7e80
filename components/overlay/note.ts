import type { Disclaimer } from '../../core/disclaimer.ts';
import { el, icon, isolated, setText, WARNING } from './dom.ts';
import noteCss from './note.css?inline';
import { applySkin, type Skin } from './props.ts';
import themeCss from './theme.css?inline';

/** The disclaimer after the article's end. */
export function createNote(): {
  host: HTMLElement;
  update(disclaimer: Disclaimer, skin: Skin, name: string): void;
} {
  const text = el('p', '');
  const by = el('p', 'by');
  const note = el('div', 'skin note warn', icon(WARNING), el('div', '', text, by));
  note.setAttribute('role', 'note');
  return {
    host: isolated(themeCss + noteCss, note),
    update(disclaimer, skin, name) {
      applySkin(note, { ...skin, lang: disclaimer.lang });
      note.setAttribute('aria-label', name);
      setText(text, disclaimer.full);
      // Readers should know whose words stand there: not the site's.
      setText(by, `${name} · Tickside`);
    },
  };
}
