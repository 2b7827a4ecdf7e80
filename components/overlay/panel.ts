import { button, EYE_OFF, el, GEAR, icon, isolated, MINUS, REFRESH, setText, TOP } from './dom.ts';
import panelCss from './panel.css?inline';
import { createPill } from './pill.ts';
import { applySkin, type PanelActions, type PanelProps } from './props.ts';
import { createRow, type RowView } from './row.ts';
import { statusText, toldText } from './status.ts';
import themeCss from './theme.css?inline';
import { createWarning } from './warning.ts';

export interface PanelView {
  /** The one element the page gets to see. */
  readonly host: HTMLElement;
  update(props: PanelProps): void;
}

/** Builds the panel once; `update` afterwards changes only what differs. */
export function createPanel(actions: PanelActions): PanelView {
  const title = el('h2', '');
  const status = el('span', '');
  const fold = button('icon', () => actions.fold(true), icon(MINUS));
  const measure = el('span', '');
  const span = el('span', '');
  const list = el('ul', '');
  const more = button('more', actions.expand);
  const warning = createWarning();
  const tools = createTools(actions);
  const announcer = el('div', 'quiet');
  announcer.setAttribute('role', 'status');
  const panel = el(
    'section',
    'panel',
    el('header', '', title, el('div', 'status', el('i', 'dot'), status), fold),
    el('div', 'band', measure, span),
    el('div', 'list', list),
    more,
    warning.element,
    tools.element,
  );
  const pill = createPill(() => actions.fold(false));
  const toast = createToast(() => actions.hide(false));
  const dock = el('div', 'skin dock', panel, pill.element, toast.element, announcer);
  const host = isolated(themeCss + panelCss, dock);
  const rows: RowView[] = [];
  let announced = '';

  function update(props: PanelProps): void {
    const { board, words, folded, leaving } = props;
    applySkin(dock, props.skin);
    dock.classList.toggle('left', props.side === 'left');
    panel.hidden = folded || leaving;
    pill.element.hidden = !folded || leaving;
    toast.element.hidden = !leaving;
    panel.className = `panel ${board.state}`;
    panel.setAttribute('aria-label', words.hotCoins);
    setText(title, words.hotCoins);
    setText(status, statusText(props));
    status.title = words.states[board.state];
    label(fold, words.collapse);
    setText(measure, words.byMarketCap);
    setText(span, words.day);
    setText(more, props.expanded ? words.showLess : words.showMore);
    more.setAttribute('aria-expanded', String(props.expanded));
    updateRows(list, rows, props);
    warning.update(props);
    tools.update(props);
    pill.update(props);
    toast.update(props);
    // A change of state is told to screen readers; a tick never is.
    if (announced && announced !== board.state) setText(announcer, words.states[board.state]);
    announced = board.state;
  }
  return { host, update };
}

function updateRows(list: HTMLElement, rows: RowView[], props: PanelProps): void {
  props.board.rows.forEach((row, index) => {
    let view = rows[index];
    if (!view) {
      view = createRow();
      rows.push(view);
      list.append(view.element);
    }
    view.update(row, row.told ? toldText(row.told, props) : '');
  });
  for (const extra of rows.splice(props.board.rows.length)) extra.element.remove();
}

function label(control: HTMLElement, text: string): void {
  if (control.title === text) return;
  control.title = text;
  control.setAttribute('aria-label', text);
}

function createTools(actions: PanelActions) {
  const words = {
    top: el('span', ''),
    refresh: el('span', ''),
    hide: el('span', ''),
    options: el('span', ''),
  };
  const refresh = button('', actions.refresh, icon(REFRESH), words.refresh);
  const element = el(
    'div',
    'tools',
    button('', actions.top, icon(TOP), words.top),
    refresh,
    button('', () => actions.hide(true), icon(EYE_OFF), words.hide),
    button('', actions.options, icon(GEAR), words.options),
  );
  return {
    element,
    update(props: PanelProps): void {
      setText(words.top, props.words.backToTop);
      setText(words.refresh, props.words.refresh);
      setText(words.hide, props.words.hideHere);
      setText(words.options, props.words.options);
      refresh.classList.toggle('busy', props.busy);
    },
  };
}

function createToast(undo: () => void) {
  const text = el('span', '');
  const back = button('link', undo);
  const element = el('div', 'toast', text, back);
  element.setAttribute('role', 'status');
  return {
    element,
    update({ words, leaving }: PanelProps): void {
      setText(text, leaving ? words.hidden : '');
      setText(back, words.undo);
    },
  };
}
