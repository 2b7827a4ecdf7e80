import { isRecord } from '../storage/guards.ts';

/** The user's changes to the panel on one site. The only item that the page-facing script writes. */
export interface SiteState {
  readonly v: 1;
  /** The panel is hidden on this site. */
  readonly hidden: boolean;
  /** Collapsed to the pill, expanded, or null if the user did neither. */
  readonly folded: boolean | null;
  /**
   * Where the user dragged the panel: its side, and its distance from the window's bottom in px; null for automatic.
   */
  readonly place: { readonly side: 'left' | 'right'; readonly bottom: number } | null;
  /** `id@version` of the disclaimer that the user collapsed here; empty while it is expanded. */
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

/** Returns the storage key of a site. */
export const siteKey = (host: string): string => PREFIX + siteOfHost(host);

/** Returns the host of a storage key; null for other keys. */
export function hostOfSiteKey(key: string): string | null {
  const host = key.startsWith(PREFIX) ? key.slice(PREFIX.length) : '';
  return HOST.test(host) ? host : null;
}

/**
 * Returns the site of a host: `www.example.com` and `m.example.com` become `example.com`.
 * @param families domains whose subdomains are editions of one site
 */
export function siteOfHost(host: string, families: readonly string[] = []): string {
  const name = host.toLowerCase().replace(/^(www|m)\./, '');
  return families.find((family) => name.endsWith(`.${family}`)) ?? name;
}

/**
 * The stored site state for the page-facing script, at a fraction of the size of `parseSiteState`: checks only the version.
 * A forged state can only move, collapse or hide the panel.
 */
export const siteStateShape = (raw: unknown): SiteState =>
  isRecord(raw) && raw.v === 1 ? ({ ...DEFAULT_SITE_STATE, ...raw } as SiteState) : DEFAULT_SITE_STATE;
