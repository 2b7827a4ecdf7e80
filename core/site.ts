/** A news site the panel stands on without being asked: one file each in sites/. */
export interface Site {
  /** The site's main domain; also the file's name. */
  readonly id: string;
  /** Languages of its articles, BCP 47. */
  readonly languages: readonly string[];
  /** Exact hosts, or `*.domain` where editions live on subdomains. */
  readonly hosts: readonly string[];
  /** Path and query of an article. Listing pages do not match. */
  readonly article: RegExp;
  /** Where the text stands, when it is known. */
  readonly body?: string;
  /** The form of an article's address. */
  readonly example: string;
  /** Day on which the address form was last confirmed, and how sure it is. */
  readonly seen: string;
  readonly evidence: 'observed' | 'partly';
}

/** WebExtension match patterns of a site, https only. */
export const matchesOf = (site: Site): string[] => site.hosts.map((host) => `https://${host}/*`);

/** What the page-facing script needs of the registry: by domain, the article test's source and the text's selector. */
export type ArticlePages = Readonly<Record<string, readonly [article: string, body?: string]>>;

export const articlePages = (sites: readonly Site[]): ArticlePages =>
  Object.fromEntries(
    sites.map((site) => [site.id, site.body ? [site.article.source, site.body] : [site.article.source]]),
  );
