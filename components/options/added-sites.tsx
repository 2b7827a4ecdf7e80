import { MAX_ADDED } from '../../core/settings/settings.ts';
import { covers } from '../../core/sites/registration-plan.ts';
import { type SiteState, siteOfHost } from '../../core/sites/site-state.ts';
import { parseSiteUrl } from '../../core/sites/site-url.ts';
import type { AddedWords } from '../../locales/words/control.ts';
import { EntryList, type Typed } from './entry-list.tsx';
import { Toggle } from './field.tsx';
import { hrefOf } from './typed-address.ts';

export interface AddedSitesProps {
  readonly label: string;
  readonly added: readonly string[];
  /** Match patterns of the listed sites, and of granted permissions. */
  readonly listed: readonly string[];
  readonly held: readonly string[];
  readonly siteStates: ReadonlyMap<string, SiteState>;
  readonly words: AddedWords;
  /** Requests permission, so it must be called in the click handler. Resolves to false if the reader declined. */
  onAddSite(host: string): Promise<boolean>;
  onRemoveSite(host: string): void;
  onSite(hosts: readonly string[], hidden: boolean): void;
}

/** The sites that the reader added, and a field to add one. */
export function AddedSites(props: AddedSitesProps) {
  const { label, added, held, siteStates, words, onSite } = props;
  const ask = async (host: string): Promise<string | null> =>
    (await props.onAddSite(host)) ? null : words.declined;
  return (
    <EntryList
      id="added-site"
      label={label}
      hint={words.hint}
      entries={added}
      words={words}
      read={(text) => readSite(text, props)}
      onAdd={ask}
      onRemove={props.onRemoveSite}
      beside={(host) =>
        covers(held, host) ? (
          <Toggle
            label={host}
            on={siteStates.get(siteOfHost(host))?.hidden !== true}
            onSwitch={(on) => onSite([host], !on)}
          />
        ) : (
          <>
            <span class="failure">{words.noAccess}</span>
            <button type="button" class="button" onClick={() => void ask(host)}>
              {words.allow}
            </button>
          </>
        )
      }
    />
  );
}

function readSite(text: string, { added, listed, words }: AddedSitesProps): Typed {
  const address = parseSiteUrl(hrefOf(text));
  if (!address.ok) return { problem: words.problems[address.problem] };
  const { host } = address;
  if (covers(listed, host)) return { problem: words.listed };
  if (added.includes(host)) return { problem: words.known };
  return added.length >= MAX_ADDED ? { problem: words.full } : { entry: host };
}
