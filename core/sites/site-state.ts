import { isRecord } from '../storage/guards.ts';

/** What a reader did to the panel on one site. The only thing the page-facing script writes. */
export interface SiteState {
  readonly v: 1;
  /** No panel here. */
  readonly hidden: boolean;
  /** Collapsed to the pill, opened, or null while the reader has not said. */
  readonly folded: boolean | null;
  /** Where the panel was dragged to: the edge it keeps to, and its distance from the window's bottom, px; null where it falls. */
  readonly place: { readonly side: 'left' | 'right'; readonly bottom: number } | null;
  /** `id@version` of the disclaimer text that was folded away here; empty when it stands open. */
  readonly foldedDisclaimer: string;
}

export const DEFAULT_SITE_STATE: SiteState = {
  v: 1,
  hidden: false,
  folded: null,
  place: null,
  foldedDisclaimer: '',
};

const PREFIX = 'site:';
const HOST = /^[a-z0-9.-]{1,253}$/;

/** The storage key of a site. */
export const siteKey = (host: string): string => PREFIX + siteOfHost(host);

/** The host a storage key is for, or null when the key is no site's. */
export function hostOfSiteKey(key: string): string | null {
  const host = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  return HOST.test(host) ? host : null;
}

/**
 * One site for www and mobile doors: `www.example.com` and `m.example.com` are `example.com`.
 * @param families domains whose subdomains are editions of one site
 */
export function siteOfHost(host: string, families: readonly string[] = []): string {
  const name = host.toLowerCase().replace(/^(www|m)\./, '');
  return families.find((family) => name.endsWith(`.${family}`)) ?? name;
}

/**
 * A stored site state for the page-facing script, at a fraction of the size of `parseSiteState`: the right outline. Of what it holds, the worst
 * that can be said is where the panel stands, and whether; that may be said by whoever can write it.
 */
export const siteStateShape = (raw: unknown): SiteState =>
  isRecord(raw) && raw.v === 1 ? ({ ...DEFAULT_SITE_STATE, ...raw } as SiteState) : DEFAULT_SITE_STATE;
