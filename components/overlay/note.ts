import { el, isolated, setText, warningIcon } from './dom.ts';
import noteCss from './note.css?inline';
import type { PanelDisclaimer, Skin } from './props.ts';
import themeCss from './theme.css?inline';

/** The disclaimer after the article's end, signed: readers should know that these are not the site's words. */
export function createNote(name: string) {
  const text = el('div', '');
  const regional = el('p', '');
  const own = el('p', '');
  const note = el(
    'div',
    'skin warn',
    warningIcon(),
    el('div', '', text, regional, own, el('p', 'by', `${name} · Tickside`)),
  );
  note.role = 'note';
  note.ariaLabel = name;
  return {
    host: isolated(themeCss + noteCss, note),
    update(skin: Skin, disclaimer: PanelDisclaimer): void {
      note.lang = skin.lang;
      Object.assign(note.dataset, skin);
      setText(text, disclaimer.short + (disclaimer.rest ?? ''));
      regional.lang = disclaimer.lang ?? '';
      setText(regional, (disclaimer.regional ?? '') + (disclaimer.regionalRest ?? ''));
      setText(own, disclaimer.own);
    },
  };
}
