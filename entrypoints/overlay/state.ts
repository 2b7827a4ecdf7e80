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
// that is not to the newest question is dropped. The events are at the end of the file.

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

/** What is to be done, and with what. Effects run in order, each with the events that it causes at once. */
export interface EffectMap {
  /** Check the page, then `pageChecked`. Not while the document has no body. */
  render: true;
  /** Draw everything, then `drawn`. */
  show: true;
  /** Take panel and underlines away. */
  clear: true;
  underline: true;
  placeNote: true;
  readStorage: number;
  writeSite: { readonly seq: number; readonly part: Partial<SiteState> };
  /** Has the background look for newer prices. */
  wake: true;
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
  end: true;
}

/** What is to be done: effects by name, in the order in which they run. */
export type Effects = Partial<EffectMap>;

/** Adds effects to those that are to be run. */
type Run = (effects: Effects) => void;
/** What changes; undefined when nothing does. */
type Change = Partial<OverlayState> | undefined;
/** Something that has happened: what it changes in the state, and the effects that it has. */
export type OverlayEvent = (state: OverlayState, run: Run) => Change;

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

function readStorage(before: OverlayState['choices'], run: Run): Change {
  const choices = startRead(before);
  run({ readStorage: choices.reads });
  return { choices };
}

/** Ends what was started at this address. */
function leave(state: OverlayState, run: Run): Change {
  const visit = state.visit + 1;
  run({ startVisit: visit });
  return { visit, reading: null };
}

/** Looks at the page at this address, and again a little later while it has no article. */
const arrive =
  (address: string, tries: number): OverlayEvent =>
  (state, run) => {
    const left = leave(state, run);
    run({ seekArticle: tries });
    return { ...left, address, isHydrated: false, view: { ...state.view, avoidanceLevel: 0 } };
  };

/** Finds out what the article's coins cost when it was published, where that is not known and not being asked. */
function askPasts({ reading }: OverlayState, run: Run): Change {
  const { published: at, coins = [], pasts = {} } = reading?.answer ?? {};
  const ids = coins.flatMap(({ id }) => (pasts[id] ? [] : [id]));
  const question = `${at}${ids}`;
  if (!reading || !at || ids.length === 0 || question === reading.pastsQuestion) return undefined;
  run({ askPasts: { question, ids, at } });
  return { reading: { ...reading, pastsQuestion: question } };
}

/** Nothing of ours is on the page, nor to be. */
function clear(run: Run): Change {
  run({ clear: true });
  return { isMounted: false, isFolded: false };
}

function placeNote({ isHydrated, isMounted, reading }: OverlayState, run: Run): void {
  if (isHydrated && isMounted && reading) run({ placeNote: true });
}

/** What belongs to one visit happens only while that lasts. */
const during =
  (visit: number, event: OverlayEvent): OverlayEvent =>
  (state, run) =>
    visit === state.visit ? event(state, run) : undefined;

/** Changes what is known of the article, as far as it is still read. */
const changeReading =
  (change: (reading: Reading, run: Run) => Partial<Reading> | undefined): OverlayEvent =>
  ({ reading }, run) => {
    const part = reading && change(reading, run);
    return part ? { reading: { ...reading, ...part } } : undefined;
  };

/** Something that is read from storage may have changed. */
export const storageChanged: OverlayEvent = ({ choices }, run) => readStorage(choices, run);

export const storageRead =
  (seq: number, stored: StoredState): OverlayEvent =>
  (state, run) => {
    const choices = acceptRead(state.choices, seq);
    if (!choices) return undefined;
    // Missing prices mean that the background has never run, or sleeps.
    const wakes = !isReady(stored) && !state.isAwake;
    if (wakes) run({ wake: true });
    run({ render: true });
    return {
      choices,
      isAwake: wakes || state.isAwake,
      stored: { ...stored, site: withChoices(stored.site, choices) },
    };
  };

/** The write of the choice with this number has finished. Storage is read once more: that shows who wrote last. */
export const siteWritten =
  (seq: number): OverlayEvent =>
  ({ choices }, run) =>
    readStorage(finishWrite(choices, seq), run);

/** A choice of the reader takes precedence over moving out of the way of the focus. */
export const siteChosen =
  (part: Partial<SiteState>, view: Partial<ViewState> = {}): OverlayEvent =>
  (state, run) => {
    const choices = makeChoice(state.choices, part);
    run({ render: true, writeSite: { seq: choices.made, part } });
    return {
      choices,
      view: { ...state.view, ...view, avoidanceLevel: 0 },
      stored: { ...state.stored, site: { ...state.stored.site, ...part } },
    };
  };

export const viewChosen =
  (part: Partial<ViewState>): OverlayEvent =>
  ({ view }, run) => {
    run({ render: true });
    return { view: { ...view, ...part } };
  };

/** By the keyboard: shown where it was hidden, folded or opened elsewhere. */
export const panelToggled: OverlayEvent = (state, run) =>
  siteChosen({ hidden: false, folded: !state.stored.site.hidden && !state.isFolded })(state, run);

export const hideChosen =
  (hidden: boolean): OverlayEvent =>
  (state, run) => {
    const hidings = state.hidings + 1;
    const change = siteChosen({ hidden }, { justHidden: hidden })(state, run);
    if (hidden) run({ limitUndo: hidings });
    return { ...change, hidings };
  };

export const undoExpired =
  (seq: number): OverlayEvent =>
  (state, run) =>
    seq === state.hidings ? viewChosen({ justHidden: false })(state, run) : undefined;

export const refreshChosen: OverlayEvent = (state, run) => {
  const refreshes = state.refreshes + 1;
  run({ refresh: refreshes });
  return { refreshes, ...viewChosen({ busy: true })(state, run) };
};

export const refreshed =
  (seq: number): OverlayEvent =>
  (state, run) =>
    seq === state.refreshes ? viewChosen({ busy: false })(state, run) : undefined;

/** The reader points at a coin of the text, or has gone elsewhere. */
export const pointed =
  (mention: MentionRange | undefined): OverlayEvent =>
  (state, run) => {
    const cards = state.cards + 1;
    run({ showCard: mention });
    if (!mention) return { cards };
    const asked = askPasts(state, run);
    run({ askDay: { seq: cards, id: mention.id } });
    return { cards, ...asked };
  };

export const dayRead =
  (seq: number, prices: readonly string[]): OverlayEvent =>
  ({ cards }, run) => {
    if (seq === cards) run({ drawDay: prices });
    return undefined;
  };

/** The address as it is now. */
export const addressSeen =
  (address: string): OverlayEvent =>
  (state, run) => {
    if (address === state.address) return undefined;
    const left = leave(state, run);
    run({ awaitArrival: { visit: state.visit + 1, tries: ARRIVALS } });
    return { ...left, address, hasArticle: false };
  };

/** It is time to look for the article at this address. Of a visit that is over, it never is. */
export const arrivalDue = (visit: number, tries: number, address: string): OverlayEvent =>
  during(visit, arrive(address, tries));

/**
 * An article was looked for.
 * @param tries further looks that are left
 * @param facts null while the page has no body
 */
export const articleSought =
  (hasArticle: boolean, tries: number, facts: PageFacts | null): OverlayEvent =>
  (state, run) => {
    if (!hasArticle && tries > 0) run({ awaitArrival: { visit: state.visit, tries: tries - 1 } });
    return { ...looked(facts)(state, run), hasArticle };
  };

/** The page may look different: it was read again. */
export const looked =
  (facts: PageFacts | null): OverlayEvent =>
  (state, run) => {
    run({ render: true });
    return { facts: facts ?? state.facts };
  };

/** A page may replace its article with another one at any time. */
export const articleGone = (address: string): OverlayEvent => arrive(address, ARRIVALS);

export const hydrated = (visit: number): OverlayEvent =>
  during(visit, (state, run) => {
    placeNote({ ...state, isHydrated: true }, run);
    return { isHydrated: true };
  });

/** The panel covers what the page has just focused. */
export const focusCovered: OverlayEvent = (state, run) =>
  viewChosen({ avoidanceLevel: state.isFolded ? MAX_AVOIDANCE : state.view.avoidanceLevel + 1 })(state, run);

/** Something may have to be drawn: time has passed, the page has removed something, or the extension is gone. */
export const renderDue: OverlayEvent = (_, run) => {
  run({ render: true });
  return undefined;
};

/** The reading of this visit need not be waited for any longer. */
export const readingDue = (visit: number): OverlayEvent =>
  during(
    visit,
    changeReading(({ isDue }, run) => {
      if (isDue) return undefined;
      run({ render: true });
      return { isDue: true };
    }),
  );

/** A text is asked about that differs from the one before. */
export const articleAsked = (visit: number, seq: number): OverlayEvent =>
  during(
    visit,
    changeReading(() => ({ asked: seq })),
  );

export const articleRead = (
  visit: number,
  seq: number,
  answer: ArticleAnswer,
  mentions: readonly MentionRange[],
): OverlayEvent =>
  during(
    visit,
    changeReading(({ asked, answered }, run) => {
      if (seq < asked || seq <= answered) return undefined;
      run({ render: true });
      return { isDue: true, answered: seq, answer, mentions };
    }),
  );

/** The answer to `question`, about prices at this moment; undefined when there was none. */
export const pastsRead = (question: string, at: number, prices: PastPrices | undefined): OverlayEvent =>
  changeReading(({ pastsQuestion, answer }, run) => {
    if (question !== pastsQuestion) return undefined;
    if (!prices) return { pastsQuestion: '' };
    // The article may have been read again since, and differently.
    if (answer?.published !== at) return undefined;
    run({ render: true });
    return { answer: { ...answer, pasts: { ...prices, ...answer.pasts } } };
  });

/** The extension is gone, and everything of ours with it. */
function end(state: OverlayState, run: Run): Change {
  const left = state.reading ? leave(state, run) : undefined;
  run({ end: true });
  return { ...left, ...clear(run), ended: true };
}

/** Decides what may be on the page, by storage, the reader's choices and the page's own. */
function checkPage(state: OverlayState, isAllowed: boolean, run: Run): Change {
  const { stored, view, hasArticle } = state;
  const isShown = isAllowed && (!stored.site.hidden || view.justHidden) && isReady(stored);
  const mayRead = isShown && !view.justHidden;
  // Where the panel is hidden the article is none of its business.
  const left = state.reading && !mayRead ? leave(state, run) : undefined;
  const isStarting = mayRead && hasArticle && !state.reading;
  const reading = isStarting ? NO_READING : mayRead && state.reading;
  if (isStarting) run({ startReading: state.visit });
  const changed = { ...left, reading: reading || null };
  if (!isShown || (reading && !reading.isDue && !state.isMounted)) return { ...changed, ...clear(run) };
  run({ show: true });
  return changed;
}

/**
 * What holds on the page at this moment, before anything is drawn.
 * @param isConnected to the extension
 * @param isAllowed by the reader's rules and the page's owner
 */
export const pageChecked =
  (isConnected: boolean, isAllowed: boolean): OverlayEvent =>
  (state, run) =>
    isConnected ? checkPage(state, isAllowed, run) : end(state, run);

/** Everything was drawn. @param isLive the prices are fresh */
export const drawn =
  (isMounted: boolean, isFolded: boolean, isLive: boolean): OverlayEvent =>
  (state, run) => {
    // Prices that are not fresh when they are first shown mean that the background slept through its alarm.
    if (!isLive && !state.isAwake) run({ wake: true });
    const next = { ...state, isMounted, isFolded };
    const asked = isMounted && !isFolded ? askPasts(next, run) : undefined;
    placeNote(next, run);
    run({ underline: true });
    return { isMounted, isFolded, isAwake: true, ...asked };
  };

/** The next state, and what is to be done, in order. */
export function reduce(
  state: OverlayState,
  event: OverlayEvent,
): readonly [OverlayState, readonly Effects[]] {
  const effects: Effects[] = [];
  if (state.ended) return [state, effects];
  const change = event(state, (added) => void effects.push(added));
  return [change ? { ...state, ...change } : state, effects];
}
