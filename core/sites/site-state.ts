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

/** Parses a stored site state; untrusted input. Invalid parts become the default. */
export function parseSiteState(raw: unknown): SiteState {
  if (!isRecord(raw) || raw.v !== 1) return DEFAULT_SITE_STATE;
  return {
    v: 1,
    hidden: raw.hidden === true,
    folded: typeof raw.folded === 'boolean' ? raw.folded : null,
    place: parsePlace(raw.place),
    foldedDisclaimer:
      typeof raw.foldedDisclaimer === 'string' && /^[\w-]{1,40}@\d{1,6}$/.test(raw.foldedDisclaimer)
        ? raw.foldedDisclaimer
        : '',
  };
}

/**
 * The same for the page-facing script, at a fraction of the size: checks only the version. A forged state can only
 * move, collapse or hide the panel.
 */
export const siteStateShape = (raw: unknown): SiteState =>
  isRecord(raw) && raw.v === 1 ? ({ ...DEFAULT_SITE_STATE, ...raw } as SiteState) : DEFAULT_SITE_STATE;

function parsePlace(raw: unknown): SiteState['place'] {
  if (!isRecord(raw) || !Number.isFinite(raw.bottom)) return null;
  const side = raw.side === 'left' || raw.side === 'right' ? raw.side : null;
  return side && { side, bottom: Math.min(Math.max(0, raw.bottom as number), 20_000) };
}
