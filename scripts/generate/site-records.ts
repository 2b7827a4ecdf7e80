import * as v from 'valibot';

const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
const HOST = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const isAddress = (text: string): boolean => URL.canParse(text) && new URL(text).href === text;
const address = v.pipe(
  v.string(),
  v.startsWith('https://'),
  v.check(isAddress, 'write it as a browser does'),
);

const siteRecord = v.strictObject({
  /** The site's main domain. */
  id: v.pipe(v.string(), v.regex(HOST)),
  /** Languages of its articles, BCP 47. */
  languages: v.pipe(v.array(v.pipe(v.string(), v.regex(LANGUAGE))), v.minLength(1)),
  /** Exact hosts, or `*.domain` where editions use subdomains. */
  hosts: v.pipe(v.array(v.pipe(v.string(), v.regex(HOST))), v.minLength(1)),
  /** One URL per form of its articles; Tickside must detect these as articles. Numbers and titles are made up. */
  articles: v.pipe(v.array(address), v.minLength(1)),
  /** URLs of other pages, such as the front page or a list; Tickside must not detect these as articles. */
  others: v.pipe(v.array(address), v.minLength(1)),
  /** Whether all forms in `articles` were seen on the site, or only some. */
  evidence: v.picklist(['observed', 'partly']),
  /** Date of the last check of the forms. */
  seen: v.pipe(v.string(), v.isoDate()),
});

/** A news site: an entry of `sites/sites.json`. */
export type SiteRecord = v.InferOutput<typeof siteRecord>;

/** Parses `sites/sites.json`. Throws with the site and the field if an entry is incomplete or invalid. */
export function parseSiteRecords(json: string): SiteRecord[] {
  const { success, output, issues } = v.safeParse(v.array(siteRecord), JSON.parse(json));
  if (success) return output;
  throw new Error(issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`).join('\n'));
}

const list = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;

/** Returns the source of `sites/index.ts`: one line per site, with only what the extension uses. */
export function sitesModule(records: readonly SiteRecord[]): string {
  const lines = records.map(
    ({ id, languages, hosts }) =>
      `  { id: '${id}', languages: ${list(languages)}, hosts: ${list(hosts)} },\n`,
  );
  return `import type { Site } from '../core/sites/site.ts';

// Written from sites.json by \`npm run generate\`: add a site there, not here. What the table leaves out (examples of addresses,
// and when they were seen) is for tests only.

/** Every site that has the panel right after install. */
export const SITES: readonly Site[] = [
${lines.join('')}];
`;
}
