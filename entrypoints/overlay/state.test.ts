import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ArticleAnswer } from '../../core/article/article-types.ts';
import { pageDisclaimers } from '../../core/disclaimer/regional.ts';
import { COIN_BY_ID } from '../../core/market/coin-catalog.ts';
import { EMPTY_SNAPSHOT } from '../../core/market/snapshot.ts';
import { CURRENCY_DEFAULTS } from '../../core/money/currency.ts';
import { coinNames, PAGE_CONTEXT_VERSION, type PageContext } from '../../core/page-data/page-context.ts';
import { buildPriceTable } from '../../core/page-data/price-table.ts';
import { parsePageSettings } from '../../core/settings/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { DEFAULT_SITE_STATE, type SiteState } from '../../core/sites/site-state.ts';
import { OVERLAY } from '../../locales/index.ts';
import type { StoredState } from '../../platform/content-bridge.ts';
import * as events from './state.ts';
import {
  type EffectMap,
  type Effects,
  initialState,
  type OverlayEvent,
  type OverlayState,
  reduce,
} from './state.ts';

const NOTHING: StoredState = { priceTable: null, pageContext: null, site: DEFAULT_SITE_STATE };
const SETTINGS = parsePageSettings(undefined);
const TABLE = buildPriceTable(EMPTY_SNAPSHOT, COIN_BY_ID, DEFAULT_SETTINGS);
const CONTEXT: PageContext = {
  v: PAGE_CONTEXT_VERSION,
  coins: coinNames(COIN_BY_ID),
  words: OVERLAY,
  sources: {},
  currencies: CURRENCY_DEFAULTS,
  disclaimers: pageDisclaimers('uk'),
  settings: SETTINGS,
};
/** What is stored, marked with a number by which a test knows it again. */
const storedAs = (mark: number, site: Partial<SiteState> = {}): StoredState => ({
  priceTable: TABLE,
  pageContext: { ...CONTEXT, settings: { ...SETTINGS, rows: mark } },
  site: { ...DEFAULT_SITE_STATE, ...site },
});
const answerAs = (published: number, ids: readonly string[] = ['bitcoin']): ArticleAnswer => ({
  mentions: [],
  coins: ids.map((id) => ({ id, count: 1 })),
  published,
  pasts: {},
});
const ALLOWED = { isConnected: true, isAllowed: true };
const MENTION = { id: 'bitcoin', range: {} as StaticRange };

/** One overlay: its state, and the page and the extension around it as far as effects reach them. */
class Overlay {
  state: OverlayState = initialState(NOTHING);
  page = ALLOWED;
  hasArticle = true;
  isOnPage = false;
  isEnded = false;
  /** Effects that have run, oldest first, but for those of drawing. */
  readonly done: Effects[] = [];

  /** The page has been loaded. */
  begin(): this {
    return this.send(events.arrivalDue(0, 0, '/a'));
  }

  send(event: OverlayEvent): this {
    const [next, effects] = reduce(this.state, event);
    this.state = next;
    for (const effect of effects) this.#run(effect);
    return this;
  }

  /** Payloads of the effects of one name. */
  did<K extends keyof EffectMap>(name: K): EffectMap[K][] {
    return this.done.flatMap((effect) => (name in effect ? [effect[name] as EffectMap[K]] : []));
  }

  /** Reads storage, and gets this. */
  read(stored: StoredState): this {
    this.send(events.storageChanged);
    return this.send(events.storageRead(this.did('readStorage').at(-1) ?? 0, stored));
  }

  /** What the newest read found, by its mark. */
  get mark(): number | undefined {
    return this.state.stored.pageContext?.settings.rows;
  }

  protected answer(_effects: Effects): void {}

  /** In the order of the names. */
  #run(effects: Effects): void {
    for (const name of Object.keys(effects)) {
      if (name === 'render') this.send(events.pageChecked(this.page.isConnected, this.page.isAllowed));
      else if (name === 'show') {
        this.isOnPage = true;
        const isFolded = this.state.stored.site.folded === true || this.state.view.avoidanceLevel > 0;
        this.send(events.drawn(true, isFolded, true));
      } else if (name === 'clear') this.isOnPage = false;
      else if (name === 'end') this.isEnded = true;
      else if (name === 'seekArticle')
        this.send(events.articleSought(this.hasArticle, effects.seekArticle ?? 0, null));
    }
    this.done.push(effects);
    this.answer(effects);
  }
}

describe('storage', () => {
  test('a page shows nothing before it has read, and wakes the background once when there is nothing to read', () => {
    const overlay = new Overlay().begin();
    overlay.read(NOTHING).read(NOTHING);
    expect(overlay.isOnPage).toBe(false);
    expect(overlay.did('wake')).toHaveLength(1);
    overlay.read(storedAs(1)).send(events.readingDue(overlay.state.visit));
    expect(overlay.isOnPage).toBe(true);
    expect(overlay.did('wake')).toHaveLength(1);
  });

  test('of two reads that overlap the one that was started last counts, whichever comes last', () => {
    const overlay = new Overlay().begin();
    overlay.send(events.storageChanged).send(events.storageChanged);
    expect(overlay.did('readStorage')).toEqual([1, 2]);
    overlay.send(events.storageRead(2, storedAs(2, { hidden: true })));
    overlay.send(events.storageRead(1, storedAs(1)));
    expect(overlay.mark).toBe(2);
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  // A site is hidden on the panel while prices are being read: the read comes back with the site as it was before.
  test('a read that was started before a choice and comes back after it does not undo the choice', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1)).send(events.storageChanged);
    overlay.send(events.siteChosen({ hidden: true }));
    const [write] = overlay.did('writeSite');
    expect(write).toEqual({ seq: 1, part: { hidden: true } });
    overlay.send(events.storageRead(2, storedAs(2)));
    expect(overlay.mark).toBe(2);
    expect(overlay.state.stored.site.hidden).toBe(true);
    expect(overlay.isOnPage).toBe(false);
    overlay.send(events.siteWritten(1)).read(storedAs(3, { hidden: true }));
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  test('what another view writes after a choice counts, also when it is read while the choice is written', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1)).send(events.siteChosen({ hidden: false }));
    // The popup hides the site; this page hears of it before it hears that its own write has finished.
    overlay.read(storedAs(2, { hidden: true }));
    expect(overlay.state.stored.site.hidden).toBe(false);
    overlay.send(events.siteWritten(1));
    const seq = overlay.did('readStorage').at(-1) ?? 0;
    expect(seq).toBe(3);
    overlay.send(events.storageRead(seq, storedAs(3, { hidden: true })));
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  test('only what was chosen is written', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1, { hidden: false, foldedDisclaimer: 'uk-en@1' })).send(events.readingDue(1));
    overlay.send(events.siteChosen({ folded: true })).send(events.panelToggled);
    expect(overlay.did('writeSite').map(({ part }) => part)).toEqual([
      { folded: true },
      { hidden: false, folded: false },
    ]);
  });
});

describe('hiding', () => {
  const shown = (): Overlay => new Overlay().begin().read(storedAs(1)).send(events.readingDue(1));

  test('leaves the way back for a while, and ends the reading', () => {
    const overlay = shown();
    expect(overlay.isOnPage).toBe(true);
    overlay.send(events.hideChosen(true));
    expect(overlay.isOnPage).toBe(true);
    expect(overlay.state.reading).toBeNull();
    overlay.send(events.undoExpired(1));
    expect(overlay.isOnPage).toBe(false);
  });

  test('the time limit of a hiding that was undone does not end the next one', () => {
    const overlay = shown();
    overlay.send(events.hideChosen(true)).send(events.hideChosen(false)).send(events.hideChosen(true));
    overlay.send(events.undoExpired(1));
    expect(overlay.isOnPage).toBe(true);
    overlay.send(events.undoExpired(3));
    expect(overlay.isOnPage).toBe(false);
  });

  test('an older refresh does not end a newer one', () => {
    const overlay = shown();
    overlay.send(events.refreshChosen).send(events.refreshChosen).send(events.refreshed(1));
    expect(overlay.state.view.busy).toBe(true);
    overlay.send(events.refreshed(2));
    expect(overlay.state.view.busy).toBe(false);
  });
});

describe('the article', () => {
  const reading = (): Overlay => new Overlay().begin().read(storedAs(1));
  const read = (overlay: Overlay, seq: number, published: number): Overlay =>
    overlay.send(events.articleRead(overlay.state.visit, seq, answerAs(published), [MENTION]));

  test('the panel waits for the coins, for a moment', () => {
    const overlay = reading();
    expect(overlay.isOnPage).toBe(false);
    overlay.send(events.readingDue(overlay.state.visit));
    expect(overlay.isOnPage).toBe(true);
    const first = reading();
    first.send(events.articleAsked(first.state.visit, 1));
    expect(read(first, 1, 5).isOnPage).toBe(true);
  });

  test('an answer about a text that has changed since is dropped', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send(events.articleAsked(visit, 1)).send(events.articleAsked(visit, 2));
    read(overlay, 1, 5);
    expect(overlay.state.reading?.answer).toBeNull();
    read(overlay, 2, 6);
    expect(overlay.state.reading?.answer?.published).toBe(6);
    // Asked again about the same text: the newest answer stays.
    read(read(overlay, 4, 8), 3, 7);
    expect(overlay.state.reading?.answer?.published).toBe(8);
  });

  test('what was started at another address ends with it', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send(events.articleAsked(visit, 1)).send(events.addressSeen('/b'));
    const waiting = overlay.did('awaitArrival').at(-1);
    expect(waiting).toEqual({ visit: visit + 1, tries: 5 });
    overlay.send(events.arrivalDue(visit + 1, 5, '/b'));
    expect(overlay.state.reading).not.toBeNull();
    overlay.send(events.articleRead(visit, 1, answerAs(5), []));
    overlay.send(events.readingDue(visit)).send(events.hydrated(visit));
    expect(overlay.state.reading?.answer).toBeNull();
    expect(overlay.state.reading?.isDue).toBe(false);
    expect(overlay.state.isHydrated).toBe(false);
  });

  test('past prices are asked for once, again after a failure, and dropped when the article says another time', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send(events.articleAsked(visit, 1));
    read(overlay, 1, 5);
    const question = '5bitcoin';
    expect(overlay.did('askPasts')).toEqual([{ question, ids: ['bitcoin'], at: 5 }]);
    overlay.send(events.renderDue);
    expect(overlay.did('askPasts')).toHaveLength(1);
    overlay.send(events.pastsRead(question, 5, undefined)).send(events.renderDue);
    expect(overlay.did('askPasts')).toHaveLength(2);
    read(overlay, 2, 6);
    overlay.send(events.pastsRead(question, 5, { bitcoin: '1' }));
    expect(overlay.state.reading?.answer?.pasts).toEqual({});
    overlay.send(events.pastsRead('6bitcoin', 6, { bitcoin: '2' }));
    expect(overlay.state.reading?.answer?.pasts).toEqual({ bitcoin: '2' });
  });

  test('the last day of a coin is drawn on its own card, and on no other', () => {
    const overlay = reading();
    overlay.send(events.pointed(MENTION)).send(events.pointed({ ...MENTION, id: 'tron' }));
    expect(overlay.did('askDay')).toEqual([
      { seq: 1, id: 'bitcoin' },
      { seq: 2, id: 'tron' },
    ]);
    overlay.send(events.dayRead(1, ['1'])).send(events.dayRead(2, ['2']));
    overlay.send(events.pointed(undefined)).send(events.dayRead(2, ['3']));
    expect(overlay.did('drawDay')).toEqual([['2']]);
  });

  test('the note waits until frameworks have taken over the markup', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send(events.readingDue(visit));
    expect(overlay.did('placeNote')).toEqual([]);
    overlay.send(events.hydrated(visit));
    expect(overlay.did('placeNote')).toHaveLength(1);
  });
});

test('the panel steps aside for the focus: folded first, then on the other side', () => {
  const overlay = new Overlay().begin().read(storedAs(1)).send(events.readingDue(1));
  overlay.send(events.focusCovered);
  expect(overlay.state.view.avoidanceLevel).toBe(1);
  overlay.send(events.focusCovered);
  expect(overlay.state.view.avoidanceLevel).toBe(2);
  overlay.send(events.siteChosen({ folded: true }));
  expect(overlay.state.view.avoidanceLevel).toBe(0);
});

/** Runs an overlay with a storage that two views write, and answers that come when and in the order in which the test says. */
class World extends Overlay {
  site: SiteState = DEFAULT_SITE_STATE;
  storedMark = 1;
  /** What will still happen, each on its own. */
  pending: (() => void)[] = [];
  /** The last value of `folded`, by whichever view wrote last; this one's choice counts as soon as it is made. */
  chosen: boolean | null = null;
  isContested = false;
  asked = 0;
  published = 0;

  protected override answer(effects: Effects): void {
    const { readStorage, writeSite, startReading, askPasts, askDay, awaitArrival } = effects;
    const { startVisit, limitUndo, refresh } = effects;
    if (readStorage !== undefined) {
      const stored = storedAs(this.storedMark, this.site);
      this.pending.push(() => this.send(events.storageRead(readStorage, stored)));
    }
    if (writeSite) {
      this.pending.push(() => {
        this.site = { ...this.site, ...writeSite.part };
        this.pending.push(() => this.send(events.storageChanged));
        this.pending.push(() => this.send(events.siteWritten(writeSite.seq)));
      });
    }
    if (startReading !== undefined) this.ask(startReading);
    if (askPasts) {
      const { question, at } = askPasts;
      this.pending.push(() => this.send(events.pastsRead(question, at, { bitcoin: `${at}` })));
    }
    if (askDay) this.pending.push(() => this.send(events.dayRead(askDay.seq, [`${askDay.seq}`])));
    if (awaitArrival) {
      const { visit, tries } = awaitArrival;
      this.pending.push(() => this.send(events.arrivalDue(visit, tries, this.state.address)));
    }
    if (startVisit !== undefined) this.pending.push(() => this.send(events.hydrated(startVisit)));
    if (limitUndo !== undefined) this.pending.push(() => this.send(events.undoExpired(limitUndo)));
    if (refresh !== undefined) this.pending.push(() => this.send(events.refreshed(refresh)));
  }

  /** The text of the article is sent; the time in the answer says which visit and text it is of. */
  ask(visit: number): void {
    this.asked += 1;
    const seq = this.asked;
    this.send(events.articleAsked(visit, seq));
    const answer = answerAs(visit * 1_000 + seq);
    this.pending.push(() => this.send(events.articleRead(visit, seq, answer, [MENTION])));
  }

  /** The popup or the options page writes. */
  writeElsewhere(part: Partial<SiteState>): void {
    this.site = { ...this.site, ...part };
    this.pending.push(() => this.send(events.storageChanged));
  }

  deliver(index: number): void {
    const [next] = this.pending.splice(index % this.pending.length, 1);
    next?.();
  }
}

const STEPS: Readonly<Record<string, (world: World, pick: number) => void>> = {
  deliver: (world, pick) => world.deliver(pick),
  deliverAnother: (world, pick) => world.deliver(pick * 7),
  prices(world) {
    world.storedMark += 1;
    world.pending.push(() => world.send(events.storageChanged));
  },
  hide: (world, pick) => void world.send(events.hideChosen(pick % 2 === 0)),
  fold(world, pick) {
    world.chosen = pick % 2 === 0;
    world.isContested = false;
    world.send(events.siteChosen({ folded: world.chosen }));
  },
  hideElsewhere: (world, pick) => world.writeElsewhere({ hidden: pick % 2 === 0 }),
  foldElsewhere(world, pick) {
    world.isContested = true;
    world.writeElsewhere({ folded: pick % 2 === 0 });
  },
  refresh: (world) => void world.send(events.refreshChosen),
  point: (world, pick) => void world.send(events.pointed(pick % 3 ? MENTION : undefined)),
  text(world) {
    if (world.state.reading) world.ask(world.state.visit);
  },
  due: (world) => void world.send(events.readingDue(world.state.visit)),
  move: (world, pick) => void world.send(events.addressSeen(`/${pick % 3}`)),
  replace(world, pick) {
    world.hasArticle = pick % 3 > 0;
    world.send(events.articleGone(world.state.address));
  },
  focus: (world) => void world.send(events.focusCovered),
  time: (world) => void world.send(events.renderDue),
  rules(world, pick) {
    world.page = { ...world.page, isAllowed: pick % 4 > 0 };
    world.send(events.renderDue);
  },
};

const anyStep = fc.tuple(
  fc.constantFrom(...Object.keys(STEPS), 'deliver', 'deliver', 'deliver', 'deliverAnother'),
  fc.nat(1_000),
);

/** What holds at every moment. */
function check(world: World, before: OverlayState): void {
  const { state } = world;
  const { hidden, folded } = state.stored.site;
  const isShowable = world.page.isAllowed && (!hidden || state.view.justHidden);
  // Hidden: nothing is on the page, and nothing is read there.
  if (!isShowable) expect([world.isOnPage, state.isMounted, state.reading]).toEqual([false, false, null]);
  expect(state.isMounted).toBe(world.isOnPage);
  // The newest read wins.
  const marks = [before, state].map(({ stored }) => stored.pageContext?.settings.rows ?? 0);
  expect(marks[1]).toBeGreaterThanOrEqual(marks[0] ?? 0);
  // The reader's own choice is never undone by an older read.
  if (!world.isContested) expect(folded).toBe(world.chosen);
  // The newest answer wins, and it is of this visit.
  const published = state.reading?.answer?.published;
  if (published) {
    expect(Math.floor(published / 1_000)).toBe(state.visit);
    if (before.visit === state.visit)
      expect(published).toBeGreaterThanOrEqual(before.reading?.answer?.published ?? 0);
  }
  // Past prices are of the time that the answer gives.
  for (const price of Object.values(state.reading?.answer?.pasts ?? {})) expect(price).toBe(`${published}`);
}

describe('in whatever order things happen and answers come', () => {
  test('nothing older overwrites anything newer, and hidden is hidden', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 60 }), (steps) => {
        const world = new World().begin();
        world.send(events.storageChanged);
        for (const [name, pick] of steps) {
          const before = world.state;
          STEPS[name]?.(world, pick);
          check(world, before);
        }
        // In the end everything has come, and the page shows what is stored.
        for (let left = 2_000; world.pending.length > 0 && left > 0; left -= 1) world.deliver(0);
        expect(world.pending).toEqual([]);
        expect(world.state.stored.site).toEqual(world.site);
        expect(world.state.view.busy).toBe(false);
        expect(world.state.view.justHidden).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('after the end nothing changes, and nothing is on the page', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), fc.nat(30), (steps, end) => {
        const world = new World().begin();
        world.send(events.storageChanged);
        let ended: OverlayState | undefined;
        for (const [index, [name, pick]] of steps.entries()) {
          if (index === end) {
            world.page = { ...world.page, isConnected: false };
            world.send(events.renderDue);
            ended = world.state;
          }
          STEPS[name]?.(world, pick);
          if (ended) {
            expect(world.state).toBe(ended);
            expect([world.isOnPage, world.isEnded]).toEqual([false, true]);
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
