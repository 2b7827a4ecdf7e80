import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentLanguage, factsIn, type Stated } from './generate/facts.ts';
import { fillMarkers } from './generate/markers.ts';
import { parseSiteRecords, sitesModule } from './generate/site-records.ts';

// `npm run generate`: writes everything that is derived from the registries into code and documents.
// With `--check` it writes nothing and fails if a file is out of date.

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DOCUMENTS: readonly (readonly [path: string, language: DocumentLanguage])[] = [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh-Hans'],
  ['PRIVACY.md', 'en'],
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

function filled(path: string, language: DocumentLanguage, stated: Stated): string {
  try {
    return fillMarkers(read(path), factsIn(language, stated));
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`);
  }
}

const isCheck = process.argv.includes('--check');

/** Updates one file, or reports that it is out of date. */
function update(path: string, text: string): void {
  if (existsSync(join(ROOT, path)) && read(path) === text) return;
  if (isCheck) {
    console.error(`${path} is not up to date: run \`npm run generate\``);
    process.exitCode = 1;
    return;
  }
  writeFileSync(join(ROOT, path), text);
  console.log(`${path} written`);
}

const records = parseSiteRecords(read('sites/sites.json'));
update('sites/index.ts', sitesModule(records));
// Imported late, because it imports the table, which may have been missing or have had merge conflicts until here.
const { statedBy } = await import('./generate/stated.ts');
const stated = await statedBy(records.length, read('package.json'));
for (const [path, language] of DOCUMENTS) update(path, filled(path, language, stated));
