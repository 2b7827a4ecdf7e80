import { createCard } from './card.ts';
import { button, el, isolated, setText, signButton } from './dom.ts';
import { makeDraggable } from './draggable.ts';
import { createMentioned } from './mentioned.ts';
import panelCss from './panel.css?inline';
import { createPill } from './pill.ts';
import type { PanelActions, PanelProps } from './props.ts';
import { createRows } from './row.ts';
import { statusText } from './status.ts';
import themeCss from './theme.css?inline';
import { createWarning } from './warning.ts';

export interface PanelView {
  /** The one element the page gets to see. */
  readonly host: HTMLElement;
  readonly card: ReturnType<typeof createCard>;
  /** The current position of the panel or the pill. */
  box(): DOMRect;
  update(props: PanelProps): void;
}

function createHeader(words: PanelProps['words'], actions: PanelActions, last: () => PanelProps | undefined) {
  const status = el('span');
  // A click is the way for readers who can neither drag nor press arrow keys.
  const grip = signButton(
    'fold',
    () => {
      const place = last()?.place;
      if (place) actions.chooseSite({ place: { ...place, side: place.side === 'left' ? 'right' : 'left' } });
    },
    '✥',
    words.move,
  );
  const header = el(
    'header',
    '',
    el('h2', '', words.hotCoins),
    el('div', 'status', el('i', 'dot'), status),
    grip,
    signButton('fold', () => actions.chooseSite({ folded: true }), '–', words.collapse),
  );
  return { header, grip, status };
}

/** The panel's elements, as they are before anything is drawn. @param last what was drawn last */
function createParts(words: PanelProps['words'], actions: PanelActions, last: () => PanelProps | undefined) {
  const measure = el('span');
  const { header, grip, status } = createHeader(words, actions, last);
  const mentioned = createMentioned(words, actions);
  const list = createRows();
  const more = button('more', () => actions.chooseView({ expanded: !last()?.expanded }));
  const warning = createWarning(words, actions);
  const refresh = button('', actions.refresh, words.refresh);
  const panel = el(
    'section',
    '',
    header,
    el('div', 'list', mentioned.element, el('div', 'band', measure, el('span', '', words.day)), list.element),
    more,
    warning.element,
    el(
      'div',
      'options',
      button('', actions.top, words.backToTop),
      refresh,
      button('', () => actions.hide(true), words.hideHere),
      button('', actions.options, words.options),
    ),
  );
  panel.ariaLabel = words.hotCoins;
  const pill = createPill(words, () => actions.chooseSite({ folded: false }));
  const toast = el(
    'div',
    'box pill',
    words.hidden,
    button('link', () => actions.hide(false), words.undo),
  );
  // A change of state is announced by screen readers; a tick never is.
  const announcer = el('div', 'announcer');
  announcer.role = toast.role = 'status';
  const lift = el('div', 'lift');
  const dock = el('div', '', panel, pill.element, toast, lift, announcer);
  const card = createCard();
  const skinned = el('div', 'skin', dock, card.element);
  makeDraggable(header, grip, dock, lift, (place) => actions.chooseSite({ place }));
  return {
    status,
    measure,
    mentioned,
    list,
    more,
    warning,
    refresh,
    panel,
    pill,
    toast,
    announcer,
    lift,
    dock,
    card,
    skinned,
  };
}

function drawParts(
  parts: ReturnType<typeof createParts>,
  words: PanelProps['words'],
  props: PanelProps,
): void {
  const { folded, justHidden, appearance, state, place } = props;
  const { panel, pill, skinned, more } = parts;
  parts.dock.className = `dock ${place.side}`;
  parts.lift.style.flexBasis = `${place.bottom}px`;
  skinned.lang = appearance.lang;
  skinned.hidden = props.fullscreen;
  Object.assign(skinned.dataset, appearance);
  panel.hidden = folded || justHidden;
  pill.element.hidden = !folded || justHidden;
  parts.toast.hidden = !justHidden;
  panel.className = `box panel ${state}`;
  setText(parts.measure, words.measures[props.list]);
  setText(more, props.expanded ? words.showLess : words.showMore);
  more.ariaExpanded = `${props.expanded}`;
  parts.refresh.disabled = props.busy;
  parts.mentioned.update(props);
  parts.list.update(props.rows, props);
  parts.warning.update(props);
  pill.update(props);
  setText(parts.announcer, words.states[state]);
}

/** The words are set once: a panel in another language is another panel. What moves is set by `update`, where it differs. */
export function createPanel(words: PanelProps['words'], actions: PanelActions): PanelView {
  let last: PanelProps | undefined;
  let rendered = '';
  /** How many rows the article's coins have, and which of them are of two lines. */
  let layout = '';
  const parts = createParts(words, actions, () => last);
  const { panel, pill, dock, card } = parts;
  const draw = (props: PanelProps): void => {
    // Put in again: what grows in place would count as a shift of the page's layout. Not under a reader's hands.
    const lines = `${props.mentioned.map(({ since }) => !since)}`;
    if (lines !== layout && !panel.matches(':focus-within')) dock.prepend(panel);
    layout = lines;
    drawParts(parts, words, props);
  };
  return {
    host: isolated(themeCss + panelCss, parts.skinned),
    card,
    box: () => (panel.hidden ? pill.element : panel).getBoundingClientRect(),
    update(props): void {
      last = props;
      setText(parts.status, statusText(props));
      // As time goes on a page pays for the age in the heading, and for nothing else that is the same as before.
      const text = JSON.stringify({ ...props, now: 0 });
      if (text !== rendered) draw(props);
      rendered = text;
    },
  };
}
