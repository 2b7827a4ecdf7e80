/** A news site that has the panel right after install: an entry of the table in sites/. */
export interface Site {
  /** The site's main domain. */
  readonly id: string;
  /** Languages of its articles, BCP 47. */
  readonly languages: readonly string[];
  /** Exact hosts, or `*.domain` where editions use subdomains. */
  readonly hosts: readonly string[];
}

/** WebExtension match patterns of a site, https only. */
export const matchesOf = (site: Site): string[] => site.hosts.map((host) => `https://${host}/*`);

/** Domains whose subdomains are editions of one site. */
export const siteFamilies = (sites: readonly Site[]): string[] =>
  sites.flatMap((site) => site.hosts.flatMap((host) => (host.startsWith('*.') ? [host.slice(2)] : [])));

// A dated path, a long number, or a slug of at least three words; a UUID counts as a slug.
export const ARTICLE_ADDRESS =
  /\/\d{4}\/\d\d\/|\d{4}|[a-zA-Z\d%\u0080-\uffff](-[a-zA-Z\d%\u0080-\uffff]+){2}/;

/**
 * Whether a URL looks like an article's. One pattern for all sites, because the page-facing script does not contain the
 * site table. A test checks every example in sites/sites.json. Only a hint: the page's text decides.
 * @param address path and query
 */
export const looksLikeArticle = (address: string): boolean => ARTICLE_ADDRESS.test(address);
