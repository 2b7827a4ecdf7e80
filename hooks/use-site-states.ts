import { useEffect, useMemo, useState } from 'preact/hooks';
import { DEFAULT_SITE_STATE, type SiteState } from '../core/sites/site-state.ts';
import {
  acceptRead,
  finishWrite,
  makeChoice,
  NO_CHOICES,
  type PendingChoices,
  startRead,
} from '../core/storage/pending-choices.ts';
import { readSiteStates, setSiteHidden, watchSiteStates } from '../platform/stores.ts';

type States = ReadonlyMap<string, SiteState>;

interface HideChoice {
  readonly hosts: readonly string[];
  readonly hidden: boolean;
}

export interface SiteStates {
  /** The states of all sites, by host; undefined until the first read. */
  readonly states: States | undefined;
  /** Shows or hides the panel on all of these hosts. Rejects if that cannot be stored. */
  readonly hide: (hosts: readonly string[], hidden: boolean) => Promise<void>;
}

/** Applies the pending choices to the states that were read. */
function withHidden(read: States, { pending }: PendingChoices<HideChoice>): States {
  const states = new Map(read);
  for (const { part } of pending)
    for (const host of part.hosts)
      states.set(host, { ...DEFAULT_SITE_STATE, ...states.get(host), hidden: part.hidden });
  return states;
}

/** Reads, writes and shows the states of all sites. A choice shows at once: a switch that waits for storage would jump back. */
function createSiteStates(show: (states: States) => void) {
  let read: States | undefined;
  let choices: PendingChoices<HideChoice> = NO_CHOICES;
  const update = (next: PendingChoices<HideChoice>): void => {
    choices = next;
    if (read) show(withHidden(read, choices));
  };
  async function look(): Promise<void> {
    choices = startRead(choices);
    const seq = choices.reads;
    const found = await readSiteStates();
    const next = acceptRead(choices, seq);
    if (!next) return;
    read = found;
    update(next);
  }
  async function hide(hosts: readonly string[], hidden: boolean): Promise<void> {
    update(makeChoice(choices, { hosts, hidden }));
    const seq = choices.made;
    const results = await Promise.allSettled(hosts.map((host) => setSiteHidden(host, hidden)));
    choices = finishWrite(choices, seq);
    // Shows the last written state, also after a failed write.
    await look();
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }
  return { look, hide };
}

export function useSiteStates(): SiteStates {
  const [states, setStates] = useState<States>();
  const { look, hide } = useMemo(() => createSiteStates(setStates), []);
  useEffect(() => {
    const life = new AbortController();
    watchSiteStates(() => void look(), life.signal);
    void look();
    return () => life.abort();
  }, [look]);
  return { states, hide };
}
