import { addressOf } from '../../page/address.ts';
import { findArticle } from '../../page/article.ts';
import { underline } from '../../page/mentions.ts';
import { isOnline, now } from '../../platform/clock.ts';
import { isConnected, readDay, readStored, send, writeSite } from '../../platform/content-bridge.ts';
import { delay } from '../../platform/timers.ts';
import { afterTakeover } from './hydration-delay.ts';
import type { Mount } from './mount.ts';
import { isAllowedHere, type PageFacts, readFacts } from './page-facts.ts';
import { panelProps } from './props.ts';
import { startReader } from './reader.ts';
import {
  activeMentions,
  arrivalDue,
  articleSought,
  dayRead,
  drawn,
  type EffectMap,
  type Effects,
  hydrated,
  isReady,
  looked,
  type OverlayEvent,
  type OverlayState,
  pageChecked,
  pastsRead,
  refreshed,
  renderDue,
  siteWritten,
  storageRead,
  undoExpired,
} from './state.ts';

const UNDO_MS = 8_000;
/** After an address has changed, a page needs this long to become another, or a few times as long. */
const ARRIVAL_MS = 400;

export type Dispatch = (event: OverlayEvent) => void;

/** What effects work on. */
export interface OverlayContext {
  /** As in `siteKey`. */
  readonly site: string;
  /** Aborts when the extension is gone. */
  readonly end: AbortController;
  readonly mount: Mount;
  readonly state: () => OverlayState;
  readonly dispatch: Dispatch;
  /** Aborts with the visit. */
  visit: AbortController;
  /** The element that was found last; it counts while the state has an article. */
  article: Element | null;
}

type EffectHandlers = {
  readonly [P in keyof EffectMap]: (context: OverlayContext, payload: EffectMap[P]) => unknown;
};

export const currentArticle = ({ state, article }: OverlayContext): Element | null =>
  state().hasArticle ? article : null;

/** What may change while the page stays: room, background, its own prices. Null while there is no body. */
export const factsNow = (article: Element | null): PageFacts | null =>
  document.body ? readFacts(article) : null;

const EFFECTS: EffectHandlers = {
  render({ state, dispatch }) {
    // The page is being written again.
    if (!document.body) return;
    dispatch(pageChecked(isConnected(), isAllowedHere(state().stored.pageContext)));
  },
  show(context) {
    const { mount, state, dispatch } = context;
    const { stored, facts, view, reading } = state();
    if (!isReady(stored)) return;
    if (!facts) {
      dispatch(looked(readFacts(currentArticle(context))));
      return;
    }
    const props = panelProps(stored, facts, view, reading?.answer, { now: now(), online: isOnline() });
    if (mount.show(props)) void send({ type: 'removed-by-page' });
    dispatch(drawn(mount.isMounted(), props.folded, props.state === 'live'));
  },
  clear({ mount }) {
    mount.clear();
    underline([]);
  },
  underline: ({ state }) => underline(activeMentions(state())),
  placeNote: (context) => context.mount.placeNote(currentArticle(context), context.visit.signal),

  async readStorage({ site, dispatch }, seq) {
    // A script whose extension is gone has nothing to read; drawing notices that and ends it.
    if (!isConnected()) dispatch(renderDue);
    else dispatch(storageRead(seq, await readStored(site)));
  },
  async writeSite({ site, dispatch }, { seq, part }) {
    await writeSite(site, part);
    dispatch(siteWritten(seq));
  },
  wake: () => send({ type: 'refresh', userInitiated: false }),
  async refresh({ dispatch }, seq) {
    await send({ type: 'refresh', userInitiated: true });
    dispatch(refreshed(seq));
  },
  limitUndo: ({ end, dispatch }, seq) => delay(UNDO_MS, () => dispatch(undoExpired(seq)), end.signal),
  // For a reason of ours: without one the browser makes an error, and its stack costs 2 ms.
  end: ({ end }) => end.abort(null),

  startVisit(context, visit) {
    context.visit.abort(null);
    context.visit = new AbortController();
    context.mount.reset();
    afterTakeover(() => context.dispatch(hydrated(visit)), context.visit.signal);
  },
  seekArticle(context, tries) {
    const article = findArticle();
    context.article = article;
    context.dispatch(articleSought(article !== null, tries, factsNow(article)));
  },
  awaitArrival: ({ dispatch, visit: { signal } }, { visit, tries }) =>
    delay(ARRIVAL_MS, () => dispatch(arrivalDue(visit, tries, addressOf())), signal),
  startReading(context, visit) {
    if (context.article) startReader(context.article, visit, context);
  },
  async askPasts({ dispatch }, { question, ids, at }) {
    const prices = await send({ type: 'history', ids, at });
    dispatch(pastsRead(question, at, prices));
  },
  showCard: ({ mount }, mention) => mount.card.point(mention),
  async askDay({ dispatch }, { seq, id }) {
    await send({ type: 'day', id });
    dispatch(dayRead(seq, await readDay(id)));
  },
  drawDay: ({ mount }, prices) => mount.card.draw(prices),
};

// A name that is there has its payload.
const runEffect = <K extends keyof EffectMap>(context: OverlayContext, effects: Effects, name: K): unknown =>
  EFFECTS[name](context, effects[name] as EffectMap[K]);

/** Runs effects in their order. */
export function runEffects(context: OverlayContext, effects: Effects): void {
  for (const name of Object.keys(effects)) runEffect(context, effects, name as keyof EffectMap);
}
