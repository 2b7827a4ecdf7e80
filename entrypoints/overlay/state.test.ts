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
import {
  type Effect,
  type EffectMap,
  type EventMap,
  initialState,
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
  readonly done: Effect[] = [];

  /** The page has been loaded. */
  begin(): this {
    return this.send('arrivalDue', { visit: 0, tries: 0, address: '/a' });
  }

  send<K extends keyof EventMap>(name: K, event: EventMap[K]): this {
    const [next, effects] = reduce(this.state, name, event);
    this.state = next;
    for (const effect of effects) this.#run(effect);
    return this;
  }

  /** Payloads of the effects of one name. */
  did<K extends keyof EffectMap>(name: K): EffectMap[K][] {
    return this.done.flatMap((effect) => (effect[0] === name ? [effect[1] as EffectMap[K]] : []));
  }

  /** Reads storage, and gets this. */
  read(stored: StoredState): this {
    this.send('storageChanged', null);
    return this.send('storageRead', { seq: this.did('readStorage').at(-1) ?? 0, stored });
  }

  /** What the newest read found, by its mark. */
  get mark(): number | undefined {
    return this.state.stored.pageContext?.settings.rows;
  }

  protected answer(_effect: Effect): void {}

  #run(effect: Effect): void {
    const [name] = effect;
    if (name === 'render') this.send('pageChecked', this.page);
    else if (name === 'show') {
      this.isOnPage = true;
      const isFolded = this.state.stored.site.folded === true || this.state.view.avoidanceLevel > 0;
      this.send('drawn', { isMounted: true, isFolded, isLive: true });
    } else if (name === 'clear') this.isOnPage = false;
    else if (name === 'end') this.isEnded = true;
    else if (name === 'seekArticle')
      this.send('articleSought', {
        hasArticle: this.hasArticle,
        tries: effect[1],
        facts: null,
      });
    this.done.push(effect);
    this.answer(effect);
  }
}

describe('storage', () => {
  test('a page shows nothing before it has read, and wakes the background once when there is nothing to read', () => {
    const overlay = new Overlay().begin();
    overlay.read(NOTHING).read(NOTHING);
    expect(overlay.isOnPage).toBe(false);
    expect(overlay.did('wake')).toHaveLength(1);
    overlay.read(storedAs(1)).send('readingDue', overlay.state.visit);
    expect(overlay.isOnPage).toBe(true);
    expect(overlay.did('wake')).toHaveLength(1);
  });

  test('of two reads that overlap the one that was started last counts, whichever comes last', () => {
    const overlay = new Overlay().begin();
    overlay.send('storageChanged', null).send('storageChanged', null);
    expect(overlay.did('readStorage')).toEqual([1, 2]);
    overlay.send('storageRead', { seq: 2, stored: storedAs(2, { hidden: true }) });
    overlay.send('storageRead', { seq: 1, stored: storedAs(1) });
    expect(overlay.mark).toBe(2);
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  // A site is hidden on the panel while prices are being read: the read comes back with the site as it was before.
  test('a read that was started before a choice and comes back after it does not undo the choice', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1)).send('storageChanged', null);
    overlay.send('siteChosen', { hidden: true });
    const [write] = overlay.did('writeSite');
    expect(write).toEqual({ seq: 1, part: { hidden: true } });
    overlay.send('storageRead', { seq: 2, stored: storedAs(2) });
    expect(overlay.mark).toBe(2);
    expect(overlay.state.stored.site.hidden).toBe(true);
    expect(overlay.isOnPage).toBe(false);
    overlay.send('siteWritten', 1).read(storedAs(3, { hidden: true }));
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  test('what another view writes after a choice counts, also when it is read while the choice is written', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1)).send('siteChosen', { hidden: false });
    // The popup hides the site; this page hears of it before it hears that its own write has finished.
    overlay.read(storedAs(2, { hidden: true }));
    expect(overlay.state.stored.site.hidden).toBe(false);
    overlay.send('siteWritten', 1);
    const seq = overlay.did('readStorage').at(-1) ?? 0;
    expect(seq).toBe(3);
    overlay.send('storageRead', { seq, stored: storedAs(3, { hidden: true }) });
    expect(overlay.state.stored.site.hidden).toBe(true);
  });

  test('only what was chosen is written', () => {
    const overlay = new Overlay().begin();
    overlay.read(storedAs(1, { hidden: false, foldedDisclaimer: 'uk-en@1' })).send('readingDue', 1);
    overlay.send('siteChosen', { folded: true }).send('panelToggled', null);
    expect(overlay.did('writeSite').map(({ part }) => part)).toEqual([
      { folded: true },
      { hidden: false, folded: false },
    ]);
  });
});

describe('hiding', () => {
  const shown = (): Overlay => new Overlay().begin().read(storedAs(1)).send('readingDue', 1);

  test('leaves the way back for a while, and ends the reading', () => {
    const overlay = shown();
    expect(overlay.isOnPage).toBe(true);
    overlay.send('hideChosen', true);
    expect(overlay.isOnPage).toBe(true);
    expect(overlay.state.reading).toBeNull();
    overlay.send('undoExpired', 1);
    expect(overlay.isOnPage).toBe(false);
  });

  test('the time limit of a hiding that was undone does not end the next one', () => {
    const overlay = shown();
    overlay.send('hideChosen', true).send('hideChosen', false).send('hideChosen', true);
    overlay.send('undoExpired', 1);
    expect(overlay.isOnPage).toBe(true);
    overlay.send('undoExpired', 3);
    expect(overlay.isOnPage).toBe(false);
  });

  test('an older refresh does not end a newer one', () => {
    const overlay = shown();
    overlay.send('refreshChosen', null).send('refreshChosen', null).send('refreshed', 1);
    expect(overlay.state.view.busy).toBe(true);
    overlay.send('refreshed', 2);
    expect(overlay.state.view.busy).toBe(false);
  });
});

describe('the article', () => {
  const reading = (): Overlay => new Overlay().begin().read(storedAs(1));
  const read = (overlay: Overlay, seq: number, published: number): Overlay =>
    overlay.send('articleRead', {
      visit: overlay.state.visit,
      seq,
      answer: answerAs(published),
      mentions: [MENTION],
    });

  test('the panel waits for the coins, for a moment', () => {
    const overlay = reading();
    expect(overlay.isOnPage).toBe(false);
    overlay.send('readingDue', overlay.state.visit);
    expect(overlay.isOnPage).toBe(true);
    const first = reading();
    first.send('articleAsked', { visit: first.state.visit, seq: 1 });
    expect(read(first, 1, 5).isOnPage).toBe(true);
  });

  test('an answer about a text that has changed since is dropped', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send('articleAsked', { visit, seq: 1 }).send('articleAsked', { visit, seq: 2 });
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
    overlay.send('articleAsked', { visit, seq: 1 }).send('addressSeen', '/b');
    const waiting = overlay.did('awaitArrival').at(-1);
    expect(waiting).toEqual({ visit: visit + 1, tries: 5 });
    overlay.send('arrivalDue', { visit: visit + 1, tries: 5, address: '/b' });
    expect(overlay.state.reading).not.toBeNull();
    overlay.send('articleRead', { visit, seq: 1, answer: answerAs(5), mentions: [] });
    overlay.send('readingDue', visit).send('hydrated', visit);
    expect(overlay.state.reading?.answer).toBeNull();
    expect(overlay.state.reading?.isDue).toBe(false);
    expect(overlay.state.isHydrated).toBe(false);
  });

  test('past prices are asked for once, again after a failure, and dropped when the article says another time', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send('articleAsked', { visit, seq: 1 });
    read(overlay, 1, 5);
    const question = '5bitcoin';
    expect(overlay.did('askPasts')).toEqual([{ question, ids: ['bitcoin'], at: 5 }]);
    overlay.send('renderDue', null);
    expect(overlay.did('askPasts')).toHaveLength(1);
    overlay.send('pastsRead', { question, at: 5, prices: undefined }).send('renderDue', null);
    expect(overlay.did('askPasts')).toHaveLength(2);
    read(overlay, 2, 6);
    overlay.send('pastsRead', { question, at: 5, prices: { bitcoin: '1' } });
    expect(overlay.state.reading?.answer?.pasts).toEqual({});
    overlay.send('pastsRead', { question: '6bitcoin', at: 6, prices: { bitcoin: '2' } });
    expect(overlay.state.reading?.answer?.pasts).toEqual({ bitcoin: '2' });
  });

  test('the last day of a coin is drawn on its own card, and on no other', () => {
    const overlay = reading();
    overlay.send('pointed', MENTION).send('pointed', { ...MENTION, id: 'tron' });
    expect(overlay.did('askDay')).toEqual([
      { seq: 1, id: 'bitcoin' },
      { seq: 2, id: 'tron' },
    ]);
    overlay.send('dayRead', { seq: 1, prices: ['1'] }).send('dayRead', { seq: 2, prices: ['2'] });
    overlay.send('pointed', undefined).send('dayRead', { seq: 2, prices: ['3'] });
    expect(overlay.did('drawDay')).toEqual([['2']]);
  });

  test('the note waits until frameworks have taken over the markup', () => {
    const overlay = reading();
    const { visit } = overlay.state;
    overlay.send('readingDue', visit);
    expect(overlay.did('placeNote')).toEqual([]);
    overlay.send('hydrated', visit);
    expect(overlay.did('placeNote')).toHaveLength(1);
  });
});

test('the panel steps aside for the focus: folded first, then on the other side', () => {
  const overlay = new Overlay().begin().read(storedAs(1)).send('readingDue', 1);
  overlay.send('focusCovered', null);
  expect(overlay.state.view.avoidanceLevel).toBe(1);
  overlay.send('focusCovered', null);
  expect(overlay.state.view.avoidanceLevel).toBe(2);
  overlay.send('siteChosen', { folded: true });
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

  protected override answer([name, payload]: Effect): void {
    if (name === 'readStorage') {
      const stored = storedAs(this.storedMark, this.site);
      this.pending.push(() => this.send('storageRead', { seq: payload, stored }));
    } else if (name === 'writeSite') {
      this.pending.push(() => {
        this.site = { ...this.site, ...payload.part };
        this.pending.push(() => this.send('storageChanged', null));
        this.pending.push(() => this.send('siteWritten', payload.seq));
      });
    } else if (name === 'startReading') this.ask(payload);
    else if (name === 'askPasts') {
      const prices = { bitcoin: `${payload.at}` };
      this.pending.push(() => this.send('pastsRead', { ...payload, prices }));
    } else if (name === 'askDay')
      this.pending.push(() => this.send('dayRead', { seq: payload.seq, prices: [`${payload.seq}`] }));
    else if (name === 'awaitArrival') {
      const { visit, tries } = payload;
      this.pending.push(() => this.send('arrivalDue', { visit, tries, address: this.state.address }));
    } else if (name === 'startVisit') this.pending.push(() => this.send('hydrated', payload));
    else if (name === 'limitUndo') this.pending.push(() => this.send('undoExpired', payload));
    else if (name === 'refresh') this.pending.push(() => this.send('refreshed', payload));
  }

  /** The text of the article is sent; the time in the answer says which visit and text it is of. */
  ask(visit: number): void {
    this.asked += 1;
    const seq = this.asked;
    this.send('articleAsked', { visit, seq });
    const answer = answerAs(visit * 1_000 + seq);
    this.pending.push(() => this.send('articleRead', { visit, seq, answer, mentions: [MENTION] }));
  }

  /** The popup or the options page writes. */
  writeElsewhere(part: Partial<SiteState>): void {
    this.site = { ...this.site, ...part };
    this.pending.push(() => this.send('storageChanged', null));
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
    world.pending.push(() => world.send('storageChanged', null));
  },
  hide: (world, pick) => void world.send('hideChosen', pick % 2 === 0),
  fold(world, pick) {
    world.chosen = pick % 2 === 0;
    world.isContested = false;
    world.send('siteChosen', { folded: world.chosen });
  },
  hideElsewhere: (world, pick) => world.writeElsewhere({ hidden: pick % 2 === 0 }),
  foldElsewhere(world, pick) {
    world.isContested = true;
    world.writeElsewhere({ folded: pick % 2 === 0 });
  },
  refresh: (world) => void world.send('refreshChosen', null),
  point: (world, pick) => void world.send('pointed', pick % 3 ? MENTION : undefined),
  text(world) {
    if (world.state.reading) world.ask(world.state.visit);
  },
  due: (world) => void world.send('readingDue', world.state.visit),
  move: (world, pick) => void world.send('addressSeen', `/${pick % 3}`),
  replace(world, pick) {
    world.hasArticle = pick % 3 > 0;
    world.send('articleGone', world.state.address);
  },
  focus: (world) => void world.send('focusCovered', null),
  time: (world) => void world.send('renderDue', null),
  rules(world, pick) {
    world.page = { ...world.page, isAllowed: pick % 4 > 0 };
    world.send('renderDue', null);
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
        world.send('storageChanged', null);
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
        world.send('storageChanged', null);
        let ended: OverlayState | undefined;
        for (const [index, [name, pick]] of steps.entries()) {
          if (index === end) {
            world.page = { ...world.page, isConnected: false };
            world.send('renderDue', null);
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
