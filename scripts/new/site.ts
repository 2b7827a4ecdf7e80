import { parseSiteRecords } from '../generate/site-records.ts';
import { type Repository, type Scaffold, ScaffoldError } from './scaffold.ts';

const RECORDS = 'sites/sites.json';
const DOMAIN = /^[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/;

/** Creates an entry in the site table, with placeholder URLs to be replaced. */
export function newSite(id: string, { read, today }: Repository): Scaffold {
  if (!DOMAIN.test(id) || id.startsWith('www.')) {
    throw new ScaffoldError(
      `${id} is no main domain of a site: write it as in example.com, without https:// and www`,
    );
  }
  const records = parseSiteRecords(read(RECORDS));
  const taken = records.find(({ hosts }) => hosts.some((host) => host.replace('*.', '') === id));
  if (taken) throw new ScaffoldError(`${id} is there already: see ${taken.id} in ${RECORDS}`);
  const record = {
    id,
    languages: ['en'],
    hosts: [id, `www.${id}`],
    articles: [`https://${id}/${today.slice(0, 7).replace('-', '/')}/title-of-an-article`],
    others: [`https://${id}/`],
    evidence: 'partly',
    seen: today,
  };
  return {
    created: {},
    changed: { [RECORDS]: `${JSON.stringify([...records, record], null, 2)}\n` },
    steps: [
      `In ${RECORDS}: the languages and hosts of ${id}, an address of each form of its articles, and pages that are no articles.`,
      'When all forms have been seen on the site, write "observed" as evidence.',
      'Load the site with npm run dev -- --live --page ADDRESS and look: panel, coins of the article, note after its end.',
    ],
  };
}
