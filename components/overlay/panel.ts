import { createCard } from './card.ts';
import { button, el, setText, signButton } from './dom.ts';
import { makeDraggable } from './draggable.ts';
import { createMentioned } from './mentioned.ts';
import panelCss from './panel.css?inline';
import { createPill } from './pill.ts';
import type { PanelActions, PanelProps, Place } from './props.ts';
import { createRows } from './row.ts';
import { statusText } from './status.ts';
import { applyAppearance, isolated } from './theme.ts';
import { createWarning } from './warning.ts';

export interface PanelView {
  /** The one element the page gets to see. */
  readonly host: HTMLElement;
  readonly card: ReturnType<typeof createCard>;
  /** The current position of the panel or the pill. */
  box(): DOMRect;
  update(props: PanelProps): void;
}

function createHeader(words: PanelProps['words'], actions: PanelActions) {
  let place: Place;
  const status = el('span');
  // A click is the way for readers who can neither drag nor press arrow keys.
  const changeSide = (): void =>
    actions.chooseSite({ place: { ...place, side: place.side === 'left' ? 'right' : 'left' } });
  const grip = signButton('fold', changeSide, '✥', words.move);
  const element = el(
    'header',
    '',
    el('h2', '', words.hotCoins),
    el('div', 'status', el('i', 'dot'), status),
    grip,
    signButton('fold', () => actions.chooseSite({ folded: true }), '–', words.collapse),
  );
  return {
    element,
    grip,
    update(props: PanelProps): void {
      place = props.place;
      setText(status, statusText(props));
    },
  };
}

/** The coins of the article, the list, and the button for all of it. */
function createList(words: PanelProps['words'], actions: PanelActions) {
  let isAll = false;
  const measure = el('span');
  const mentioned = createMentioned(words, actions);
  const rows = createRows();
  const more = button('more', () => actions.chooseView({ expanded: !isAll }));
  const band = el('div', 'band', measure, el('span', '', words.day));
  return {
    elements: [el('div', 'list', mentioned.element, band, rows.element), more],
    update(props: PanelProps): void {
      isAll = props.expanded;
      mentioned.update(props);
      setText(measure, words.measures[props.list]);
      rows.update(props.rows, props);
      setText(more, isAll ? words.showLess : words.showMore);
      more.ariaExpanded = `${isAll}`;
    },
  };
}

/** The words are set once: a panel in another language is another panel. What moves is set by `update`, where it differs. */
export function createPanel(words: PanelProps['words'], actions: PanelActions): PanelView {
  let rendered = '';
  /** How many rows the article's coins have, and which of them are of two lines. */
  let layout = '';
  const header = createHeader(words, actions);
  const list = createList(words, actions);
  const warning = createWarning(words, actions);
  const refresh = button('', actions.refresh, words.refresh);
  const options = el(
    'div',
    'options',
    button('', actions.top, words.backToTop),
    refresh,
    button('', () => actions.hide(true), words.hideHere),
    button('', actions.options, words.options),
  );
  const panel = el('section', '', header.element, ...list.elements, warning.element, options);
  panel.ariaLabel = words.hotCoins;
  const pill = createPill(words, () => actions.chooseSite({ folded: false }));
  const undo = button('link', () => actions.hide(false), words.undo);
  const toast = el('div', 'box pill', words.hidden, undo);
  // A change of state is announced by screen readers; a tick never is.
  const announcer = el('div', 'announcer');
  announcer.role = toast.role = 'status';
  const lift = el('div', 'lift');
  const dock = el('div', '', panel, pill.element, toast, lift, announcer);
  const card = createCard();
  const skinned = el('div', 'skin', dock, card.element);
  makeDraggable(header.element, header.grip, dock, lift, (place) => actions.chooseSite({ place }));
  function draw(props: PanelProps): void {
    const { folded, justHidden, state, place } = props;
    // Put in again: what grows in place would count as a shift of the page's layout. Not under a reader's hands.
    const lines = `${props.mentioned.map(({ since }) => !since)}`;
    if (lines !== layout && !panel.matches(':focus-within')) dock.prepend(panel);
    layout = lines;
    dock.className = `dock ${place.side}`;
    lift.style.flexBasis = `${place.bottom}px`;
    skinned.hidden = props.fullscreen;
    applyAppearance(skinned, props);
    panel.hidden = folded || justHidden;
    pill.element.hidden = !folded || justHidden;
    toast.hidden = !justHidden;
    panel.className = `box panel ${state}`;
    refresh.disabled = props.busy;
    for (const part of [list, warning, pill]) part.update(props);
    setText(announcer, words.states[state]);
  }
  return {
    host: isolated(panelCss, skinned),
    card,
    box: () => (panel.hidden ? pill.element : panel).getBoundingClientRect(),
    update(props): void {
      header.update(props);
      // As time goes on a page pays for the age in the heading, and for nothing else that is the same as before.
      const text = JSON.stringify({ ...props, now: 0 });
      if (text !== rendered) draw(props);
      rendered = text;
    },
  };
}
