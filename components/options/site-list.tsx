import { useState } from 'preact/hooks';
import type { SiteState } from '../../core/sites/site-state.ts';
import type { SitesWords } from '../../locales/words/options.ts';
import { Toggle } from './field.tsx';
import type { SiteLine } from './props.ts';
import { SearchInput } from './search-input.tsx';

export interface SiteListProps {
  readonly sites: readonly SiteLine[];
  readonly siteStates: ReadonlyMap<string, SiteState>;
  readonly locale: string;
  readonly words: SitesWords;
  onSite(hosts: readonly string[], hidden: boolean): void;
}

/** All bundled sites, each with a switch. */
export function SiteList({ sites, siteStates, locale, words, onSite }: SiteListProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLowerCase();
  const hidden = new Set([...siteStates].filter(([, state]) => state.hidden).map(([host]) => host));
  const isHidden = (site: SiteLine): boolean => site.hosts.every((host) => hidden.has(host));
  const found = [...sites]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .filter((site) => site.hosts.some((host) => host.includes(wanted)));
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const row = (site: SiteLine) => (
    <SiteRow
      key={site.id}
      name={site.id}
      detail={site.languages.map((tag) => languages.of(tag) ?? tag).join(' · ')}
      on={!isHidden(site)}
      onSwitch={(on) => onSite(site.hosts, !on)}
    />
  );
  return (
    <div class="sites">
      <div class="sites-head">
        <div>
          <h3>{words.title}</h3>
          <p class="hint">
            {words.hint} <span role="status">{words.count(sites.length, sites.filter(isHidden).length)}</span>
          </p>
        </div>
        <SearchInput label={words.filter} query={query} onQuery={setQuery} />
      </div>
      <div class="site-box">
        <ul>{found.map(row)}</ul>
        {found.length === 0 && <p class="hint none">{words.none(query.trim())}</p>}
      </div>
    </div>
  );
}

interface SiteRowProps {
  readonly name: string;
  readonly detail: string;
  readonly on: boolean;
  onSwitch(on: boolean): void;
}

const SiteRow = ({ name, detail, on, onSwitch }: SiteRowProps) => (
  <li>
    <label class="site" for={`site-${name}`}>
      <span class="host">{name}</span>
      <span class="languages">{detail}</span>
      <Toggle id={`site-${name}`} on={on} onSwitch={onSwitch} />
    </label>
  </li>
);
