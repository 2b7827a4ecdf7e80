/** A news site the panel stands on without being asked: one file each in sites/. */
export interface Site {
  /** The site's main domain; also the file's name. */
  readonly id: string;
  /** Languages of its articles, BCP 47. */
  readonly languages: readonly string[];
  /** Exact hosts, or `*.domain` where editions live on subdomains. */
  readonly hosts: readonly string[];
  /** Path and query of an article, as far as known. Listing pages do not match. */
  readonly article: RegExp;
  /** The form of an article's address. */
  readonly example: string;
  /** Day on which the address form was last confirmed, and how sure it is. */
  readonly seen: string;
  readonly evidence: 'observed' | 'partly';
}

/** WebExtension match patterns of a site, https only. */
export const matchesOf = (site: Site): string[] => site.hosts.map((host) => `https://${host}/*`);

/** Domains whose subdomains are editions of one site. */
export const siteFamilies = (sites: readonly Site[]): string[] =>
  sites.flatMap((site) => site.hosts.flatMap((host) => (host.startsWith('*.') ? [host.slice(2)] : [])));

// A dated path, a long number, or a slug of three words and more, as which a UUID counts too.
const ADDRESS = /\/\d{4}\/\d\d\/|\d{4}|[a-zA-Z\d%\u0080-\uffff](-[a-zA-Z\d%\u0080-\uffff]+){2}/;

/**
 * Does this look like an article's address? One shape for all sites: the page-facing script, which asks, does not carry the
 * registry. A test holds it against every site's own `article`. Say no more than "maybe": whether there is an article, its text decides.
 * @param address path and query
 */
export const looksLikeArticle = (address: string): boolean => ADDRESS.test(address);
