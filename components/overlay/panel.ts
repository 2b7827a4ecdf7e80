import { toldText } from '../told.ts';
import { button, el, isolated, setText } from './dom.ts';
import panelCss from './panel.css?inline';
import { createPill } from './pill.ts';
import type { PanelActions, PanelProps } from './props.ts';
import { createRow, type RowView } from './row.ts';
import { statusText } from './status.ts';
import themeCss from './theme.css?inline';
import { createWarning } from './warning.ts';

export interface PanelView {
  /** The one element the page gets to see. */
  readonly host: HTMLElement;
  update(props: PanelProps): void;
}

/** The words are set once: a panel in another language is another panel. What moves is set by `update`, where it differs. */
export function createPanel(words: PanelProps['words'], actions: PanelActions): PanelView {
  const status = el('span', '');
  const measure = el('span', '');
  const fold = button('fold', () => actions.fold(true), '–');
  fold.ariaLabel = fold.title = words.collapse;
  const list = el('ul', '');
  const more = button('more', actions.expand);
  const warning = createWarning(words);
  const refresh = button('', actions.refresh, words.refresh);
  const panel = el(
    'section',
    '',
    el('header', '', el('h2', '', words.hotCoins), el('div', 'status', el('i', 'dot'), status), fold),
    el('div', 'band', measure, el('span', '', words.day)),
    list,
    more,
    warning.element,
    el(
      'div',
      'tools',
      button('', actions.top, words.backToTop),
      refresh,
      button('', () => actions.hide(true), words.hideHere),
      button('', actions.options, words.options),
    ),
  );
  panel.ariaLabel = words.hotCoins;
  const pill = createPill(words, () => actions.fold(false));
  const toast = el(
    'div',
    'box',
    words.hidden,
    button('link', () => actions.hide(false), words.undo),
  );
  // A change of state is told to screen readers; a tick never is.
  const announcer = el('div', 'quiet');
  announcer.role = toast.role = 'status';
  const dock = el('div', '', panel, pill.element, toast, announcer);
  const rows: RowView[] = [];

  function update(props: PanelProps): void {
    const { board, folded, leaving, skin } = props;
    dock.className = `skin dock ${props.side}`;
    dock.lang = skin.lang;
    Object.assign(dock.dataset, skin);
    panel.hidden = folded || leaving;
    pill.element.hidden = !folded || leaving;
    toast.hidden = !leaving;
    panel.className = `box panel ${board.state}`;
    setText(status, statusText(props));
    setText(measure, words.measures[board.list]);
    setText(more, props.expanded ? words.showLess : words.showMore);
    more.ariaExpanded = String(props.expanded);
    refresh.disabled = props.busy;
    updateRows(list, rows, props);
    warning.update(props);
    pill.update(props);
    setText(announcer, words.states[board.state]);
  }
  return { host: isolated(themeCss + panelCss, dock), update };
}

function updateRows(list: HTMLElement, rows: RowView[], props: PanelProps): void {
  props.board.rows.forEach((row, index) => {
    let view = rows[index];
    if (!view) {
      view = createRow();
      rows.push(view);
      list.append(view.element);
    }
    view.update(row, row.told ? toldText(row.told, props.now, props.sources, props.words) : '');
  });
  for (const extra of rows.splice(props.board.rows.length)) extra.element.remove();
}
