/** A news site that has the panel right after install: an entry of the table in sites/. */
export interface Site {
  /** The site's main domain. */
  readonly id: string;
  /** Languages of its articles, BCP 47. */
  readonly languages: readonly string[];
  /** Exact hosts, or `*.domain` where editions live on subdomains. */
  readonly hosts: readonly string[];
}

/** WebExtension match patterns of a site, https only. */
export const matchesOf = (site: Site): string[] => site.hosts.map((host) => `https://${host}/*`);

/** Domains whose subdomains are editions of one site. */
export const siteFamilies = (sites: readonly Site[]): string[] =>
  sites.flatMap((site) => site.hosts.flatMap((host) => (host.startsWith('*.') ? [host.slice(2)] : [])));

// A dated path, a long number, or a slug of three words and more, as which a UUID counts too.
export const ARTICLE_ADDRESS =
  /\/\d{4}\/\d\d\/|\d{4}|[a-zA-Z\d%\u0080-\uffff](-[a-zA-Z\d%\u0080-\uffff]+){2}/;

/**
 * Does this look like an article's address? One shape for all sites: the page-facing script, which asks, does not carry the
 * registry. A test tries every example of sites/sites.json. It says no more than "maybe": the page's text decides.
 * @param address path and query
 */
export const looksLikeArticle = (address: string): boolean => ARTICLE_ADDRESS.test(address);
