import type { ArticleAnswer, PastPrices } from '../../core/article/article-types.ts';
import type { PageContext } from '../../core/page-data/page-context.ts';
import type { PriceTable } from '../../core/page-data/price-table.ts';
import type { SiteState } from '../../core/sites/site-state.ts';
import {
  acceptRead,
  finishWrite,
  makeChoice,
  NO_CHOICES,
  type PendingChoices,
  startRead,
  withChoices,
} from '../../core/storage/pending-choices.ts';
import type { MentionRange } from '../../page/mentions.ts';
import type { StoredState } from '../../platform/content-bridge.ts';
import type { PageFacts } from './page-facts.ts';

// The panel on one page as a state machine: `reduce(state, event)` gives the next state and the effects to run, in order. Nothing
// here touches the page, the extension or a clock. Whatever is answered later carries the number it was asked under; an answer
// that is not to the newest question is dropped.

/** What the reader did since the page was opened, and what the page makes necessary. */
export interface ViewState {
  /** All coins rather than the chosen number of rows. */
  readonly expanded: boolean;
  /** All coins of the article rather than the first few. */
  readonly allMentioned: boolean;
  readonly busy: boolean;
  /** Just hidden on this site: only the way back is shown. */
  readonly justHidden: boolean;
  /** Something of the page fills the screen. */
  readonly fullscreen: boolean;
  /** Out of the way of the page's focus: 1 folded, 2 on the other side as well. */
  readonly avoidanceLevel: number;
}

/** What is known of the article of the page at this address. */
export interface Reading {
  /** The panel comes once and complete: it waits for the coins of the article, for a moment. */
  readonly isDue: boolean;
  /** Number of the first question about the text as it is now. */
  readonly asked: number;
  /** Number of the question that the answer is to. */
  readonly answered: number;
  /** Null before the first. */
  readonly answer: ArticleAnswer | null;
  /** Where its coins are in the page. */
  readonly mentions: readonly MentionRange[];
  /** The newest question for past prices; empty when it may be asked again. */
  readonly pastsQuestion: string;
}

export interface OverlayState {
  /** The extension is gone; nothing changes any more. */
  readonly ended: boolean;
  /** The newest read, under the reader's own choices that it may not include. */
  readonly stored: StoredState;
  readonly choices: PendingChoices<Partial<SiteState>>;
  readonly view: ViewState;
  /** Number of the newest choice to hide or to undo it: an older one's time limit ends nothing. */
  readonly hidings: number;
  /** Number of the newest refresh that the reader asked for. */
  readonly refreshes: number;
  /** Number of the card that is shown, or of the last one that went. */
  readonly cards: number;
  /** Number of the visit. Another address, article or reading is another visit, and what was started in one ends with it. */
  readonly visit: number;
  /** Path and query. */
  readonly address: string;
  readonly hasArticle: boolean;
  /** Null before the page has been looked at. */
  readonly facts: PageFacts | null;
  /** A framework has had the time to take over the markup. */
  readonly isHydrated: boolean;
  /** Null while the article is not read: there is none, or nothing may be shown. */
  readonly reading: Reading | null;
  readonly isMounted: boolean;
  /** The panel that is shown is folded. */
  readonly isFolded: boolean;
  /** The background has been woken, or need not be. */
  readonly isAwake: boolean;
}

/** What can happen, and what comes with it. */
export interface EventMap {
  /** Something that is read from storage may have changed. */
  storageChanged: null;
  storageRead: { readonly seq: number; readonly stored: StoredState };
  /** The write of the choice with this number has finished. */
  siteWritten: number;

  siteChosen: Partial<SiteState>;
  viewChosen: Partial<ViewState>;
  /** By the keyboard: shown where it was hidden, folded or opened elsewhere. */
  panelToggled: null;
  hideChosen: boolean;
  undoExpired: number;
  refreshChosen: null;
  refreshed: number;
  /** The reader points at a coin of the text, or has gone elsewhere. */
  pointed: MentionRange | undefined;
  dayRead: { readonly seq: number; readonly prices: readonly string[] };

  /** The address as it is now. */
  addressSeen: string;
  /** It is time to look for the article at this address. Of a visit that is over, it never is. */
  arrivalDue: { readonly visit: number; readonly tries: number; readonly address: string };
  /** An article was looked for; `tries` further looks are left. Facts are null while the page has no body. */
  articleSought: {
    readonly hasArticle: boolean;
    readonly tries: number;
    readonly facts: PageFacts | null;
  };
  looked: PageFacts | null;
  /** A page may put another article in the place of the one it had, at any time. */
  articleGone: string;
  hydrated: number;
  /** The panel covers what the page has just focused. */
  focusCovered: null;
  /** Something may have to be drawn: time has passed, the page has removed something, or the extension is gone. */
  renderDue: null;

  /** The reading of this visit need not be waited for any longer. */
  readingDue: number;
  /** A text is asked about that differs from the one before. */
  articleAsked: { readonly visit: number; readonly seq: number };
  articleRead: {
    readonly visit: number;
    readonly seq: number;
    readonly answer: ArticleAnswer;
    readonly mentions: readonly MentionRange[];
  };
  /** The answer to `question`, about prices at this moment; undefined when there was none. */
  pastsRead: {
    readonly question: string;
    readonly at: number;
    readonly prices: PastPrices | undefined;
  };

  /** Before anything is drawn: what holds on the page at this moment. */
  pageChecked: { readonly isConnected: boolean; readonly isAllowed: boolean };
  drawn: {
    readonly isMounted: boolean;
    readonly isFolded: boolean;
    readonly isLive: boolean;
  };
}

/** What is to be done, and with what. Effects run in order, each with the events that it causes at once. */
export interface EffectMap {
  /** Check the page, then `pageChecked`. Not while the document has no body. */
  render: null;
  /** Draw everything, then `drawn`. */
  show: null;
  /** Take panel and underlines away. */
  clear: null;
  underline: null;
  placeNote: null;
  readStorage: number;
  writeSite: { readonly seq: number; readonly part: Partial<SiteState> };
  /** Has the background look for newer prices. */
  wake: null;
  refresh: number;
  /** `undoExpired` with this number after a while. */
  limitUndo: number;
  /** What was started in the visit before ends, and the one with this number begins. */
  startVisit: number;
  /** Look for the article, then `articleSought`. */
  seekArticle: number;
  /** `arrivalDue` after a while. */
  awaitArrival: { readonly visit: number; readonly tries: number };
  startReading: number;
  askPasts: { readonly question: string; readonly ids: readonly string[]; readonly at: number };
  showCard: MentionRange | undefined;
  askDay: { readonly seq: number; readonly id: string };
  drawDay: readonly string[];
  end: null;
}

export type Effect<K extends keyof EffectMap = keyof EffectMap> = {
  readonly [P in K]: readonly [P, EffectMap[P]];
}[K];

/** Adds an effect to those that are to be run. */
type Run = (...effect: Effect) => void;
/** What changes; undefined when nothing does. */
type Change = Partial<OverlayState> | undefined;

/** After an address has changed, a page may need a few looks to become another. */
const ARRIVALS = 5;
/** Folded and on the other side: there is no further way aside. */
export const MAX_AVOIDANCE = 2;

const NO_READING: Reading = {
  isDue: false,
  asked: 0,
  answered: 0,
  answer: null,
  mentions: [],
  pastsQuestion: '',
};

/** Before anything has happened. */
export const initialState = (stored: StoredState): OverlayState => ({
  ended: false,
  stored,
  choices: NO_CHOICES,
  view: {
    expanded: false,
    allMentioned: false,
    busy: false,
    justHidden: false,
    fullscreen: false,
    avoidanceLevel: 0,
  },
  hidings: 0,
  refreshes: 0,
  cards: 0,
  visit: 0,
  address: '',
  hasArticle: false,
  facts: null,
  isHydrated: false,
  reading: null,
  isMounted: false,
  isFolded: false,
  isAwake: false,
});

/** What storage holds once the background has run. */
export type ReadyState = StoredState & { readonly priceTable: PriceTable; readonly pageContext: PageContext };

export const isReady = (stored: StoredState): stored is ReadyState =>
  stored.priceTable !== null && stored.pageContext !== null;

/** The coins in the text that are underlined, and can be pointed at. */
export const activeMentions = ({ stored, isMounted, reading }: OverlayState): readonly MentionRange[] =>
  (stored.pageContext?.settings.mentions && isMounted && reading?.mentions) || [];

function changeView({ view }: OverlayState, part: Partial<ViewState>, run: Run): Change {
  run('render', null);
  return { view: { ...view, ...part } };
}

function readStorage(before: OverlayState['choices'], run: Run): Change {
  const choices = startRead(before);
  run('readStorage', choices.reads);
  return { choices };
}

/** What readers do to the panel themselves comes before making way for the focus. */
function chooseSite(
  { stored, view, choices: before }: OverlayState,
  part: Partial<SiteState>,
  run: Run,
  justHidden = view.justHidden,
): Change {
  const choices = makeChoice(before, part);
  run('render', null);
  run('writeSite', { seq: choices.made, part });
  return {
    choices,
    view: { ...view, justHidden, avoidanceLevel: 0 },
    stored: { ...stored, site: { ...stored.site, ...part } },
  };
}

/** Ends what was started at this address. */
function leave(state: OverlayState, run: Run): Change {
  const visit = state.visit + 1;
  run('startVisit', visit);
  return { visit, reading: null };
}

/** Looks at the page at this address, and again a little later while it has no article. */
function arrive(state: OverlayState, address: string, tries: number, run: Run): Change {
  const left = leave(state, run);
  run('seekArticle', tries);
  return { ...left, address, isHydrated: false, view: { ...state.view, avoidanceLevel: 0 } };
}

/** Finds out what the article's coins cost when it was published, where that is not known and not being asked. */
function askPasts({ reading }: OverlayState, run: Run): Change {
  const { published: at, coins = [], pasts = {} } = reading?.answer ?? {};
  const ids = coins.flatMap(({ id }) => (pasts[id] ? [] : [id]));
  const question = `${at}${ids}`;
  if (!reading || !at || ids.length === 0 || question === reading.pastsQuestion) return undefined;
  run('askPasts', { question, ids, at });
  return { reading: { ...reading, pastsQuestion: question } };
}

/** Nothing of ours is on the page, nor to be. */
function clear(run: Run): Change {
  run('clear', null);
  return { isMounted: false, isFolded: false };
}

/** Decides what may be on the page, by storage, the reader's choices and the page's own. */
function checkPage(state: OverlayState, event: EventMap['pageChecked'], run: Run): Change {
  const { stored, view, hasArticle } = state;
  const isShown =
    event.isConnected && event.isAllowed && (!stored.site.hidden || view.justHidden) && isReady(stored);
  const mayRead = isShown && !view.justHidden;
  // Where the panel is hidden the article is none of its business.
  const left = state.reading && !mayRead ? leave(state, run) : undefined;
  if (!event.isConnected) {
    run('end', null);
    return { ...left, ...clear(run), ended: true };
  }
  const isStarting = mayRead && hasArticle && !state.reading;
  const reading = isStarting ? NO_READING : mayRead && state.reading;
  if (isStarting) run('startReading', state.visit);
  const changed = { ...left, reading: reading || null };
  if (!isShown || (reading && !reading.isDue && !state.isMounted)) return { ...changed, ...clear(run) };
  run('show', null);
  return changed;
}

function afterDrawing(state: OverlayState, { isLive, ...drawn }: EventMap['drawn'], run: Run): Change {
  // Prices that are not fresh when they are first shown mean that the background slept through its alarm.
  if (!isLive && !state.isAwake) run('wake', null);
  const next = { ...state, ...drawn };
  const asked = drawn.isMounted && !drawn.isFolded ? askPasts(next, run) : undefined;
  placeNote(next, run);
  run('underline', null);
  return { ...drawn, isAwake: true, ...asked };
}

function placeNote({ isHydrated, isMounted, reading }: OverlayState, run: Run): void {
  if (isHydrated && isMounted && reading) run('placeNote', null);
}

/** Changes the reading of this visit, as far as it is still read. */
const changeReading = (
  state: OverlayState,
  visit: number,
  change: (reading: Reading) => Partial<Reading> | undefined,
): Change => {
  const { reading } = state;
  const part = reading && visit === state.visit && change(reading);
  return part ? { reading: { ...reading, ...part } } : undefined;
};

const HANDLERS: {
  readonly [K in keyof EventMap]: (state: OverlayState, event: EventMap[K], run: Run) => Change;
} = {
  storageChanged: (state, _, run) => readStorage(state.choices, run),
  storageRead(state, { seq, stored }, run) {
    const choices = acceptRead(state.choices, seq);
    if (!choices) return undefined;
    // Missing prices mean that the background has never run, or sleeps.
    const wakes = !isReady(stored) && !state.isAwake;
    if (wakes) run('wake', null);
    run('render', null);
    return {
      choices,
      isAwake: wakes || state.isAwake,
      stored: { ...stored, site: withChoices(stored.site, choices) },
    };
  },
  // Read once more: it shows who wrote last.
  siteWritten: (state, seq, run) => readStorage(finishWrite(state.choices, seq), run),

  siteChosen: chooseSite,
  viewChosen: changeView,
  panelToggled(state, _, run) {
    const { hidden } = state.stored.site;
    return chooseSite(state, { hidden: false, folded: !hidden && !state.isFolded }, run);
  },
  hideChosen(state, hidden, run) {
    const hidings = state.hidings + 1;
    const change = chooseSite(state, { hidden }, run, hidden);
    if (hidden) run('limitUndo', hidings);
    return { ...change, hidings };
  },
  undoExpired: (state, seq, run) =>
    seq === state.hidings ? changeView(state, { justHidden: false }, run) : undefined,
  refreshChosen(state, _, run) {
    const refreshes = state.refreshes + 1;
    run('refresh', refreshes);
    return { refreshes, ...changeView(state, { busy: true }, run) };
  },
  refreshed: (state, seq, run) =>
    seq === state.refreshes ? changeView(state, { busy: false }, run) : undefined,
  pointed(state, mention, run) {
    const cards = state.cards + 1;
    run('showCard', mention);
    if (!mention) return { cards };
    const asked = askPasts(state, run);
    run('askDay', { seq: cards, id: mention.id });
    return { cards, ...asked };
  },
  dayRead({ cards }, { seq, prices }, run) {
    if (seq === cards) run('drawDay', prices);
    return undefined;
  },

  addressSeen(state, address, run) {
    if (address === state.address) return undefined;
    const left = leave(state, run);
    run('awaitArrival', { visit: state.visit + 1, tries: ARRIVALS });
    return { ...left, address, hasArticle: false };
  },
  arrivalDue: (state, { visit, tries, address }, run) =>
    visit === state.visit ? arrive(state, address, tries, run) : undefined,
  articleSought({ visit, facts: before }, { hasArticle, tries, facts }, run) {
    if (!hasArticle && tries > 0) run('awaitArrival', { visit, tries: tries - 1 });
    run('render', null);
    return { hasArticle, facts: facts ?? before };
  },
  looked(state, facts, run) {
    run('render', null);
    return { facts: facts ?? state.facts };
  },
  articleGone: (state, address, run) => arrive(state, address, ARRIVALS, run),
  hydrated(state, visit, run) {
    if (visit !== state.visit) return undefined;
    placeNote({ ...state, isHydrated: true }, run);
    return { isHydrated: true };
  },
  focusCovered: (state, _, run) =>
    changeView(
      state,
      { avoidanceLevel: state.isFolded ? MAX_AVOIDANCE : state.view.avoidanceLevel + 1 },
      run,
    ),
  renderDue(_state, _, run) {
    run('render', null);
    return undefined;
  },

  readingDue: (state, visit, run) =>
    changeReading(state, visit, ({ isDue }) => {
      if (isDue) return undefined;
      run('render', null);
      return { isDue: true };
    }),
  articleAsked: (state, { visit, seq }) => changeReading(state, visit, () => ({ asked: seq })),
  articleRead: (state, { visit, seq, answer, mentions }, run) =>
    changeReading(state, visit, ({ asked, answered }) => {
      if (seq < asked || seq <= answered) return undefined;
      run('render', null);
      return { isDue: true, answered: seq, answer, mentions };
    }),
  pastsRead: (state, { question, at, prices }, run) =>
    changeReading(state, state.visit, ({ pastsQuestion, answer }) => {
      if (question !== pastsQuestion) return undefined;
      if (!prices) return { pastsQuestion: '' };
      // The article may have been read again since, and differently.
      if (answer?.published !== at) return undefined;
      run('render', null);
      return { answer: { ...answer, pasts: { ...prices, ...answer.pasts } } };
    }),

  pageChecked: checkPage,
  drawn: afterDrawing,
};

/**
 * The next state, and what is to be done, in order.
 * @param name what has happened
 * @param event what comes with it
 */
export function reduce<K extends keyof EventMap>(
  state: OverlayState,
  name: K,
  event: EventMap[K],
): readonly [OverlayState, readonly Effect[]] {
  const effects: Effect[] = [];
  if (state.ended) return [state, effects];
  const run: Run = (...effect) => void effects.push(effect);
  const change = HANDLERS[name](state, event, run);
  return [change ? { ...state, ...change } : state, effects];
}
