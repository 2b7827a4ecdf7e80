import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { newLanguage } from './new/language.ts';
import { type Repository, type Scaffold, ScaffoldError } from './new/scaffold.ts';
import { newSite } from './new/site.ts';
import { newSource } from './new/source.ts';

const USAGE = `Usage: npm run new -- source|site|language NAME

Writes the files of a recipe in CONTRIBUTING.md, and says what is left to do.

  source my-exchange    a price source, with its host in the world
  site example.com      a news site
  language ja           a language, with all words still in English`;

const KINDS = new Map([
  ['source', newSource],
  ['site', newSite],
  ['language', newLanguage],
]);

/** npm runs scripts in the root of the repository. */
const ROOT = process.cwd();

const repository: Repository = {
  read: (path) => readFileSync(join(ROOT, path), 'utf8'),
  exists: (path) => existsSync(join(ROOT, path)),
  today: new Date().toISOString().slice(0, 10),
};

/** Writes all files, or none if a new file already exists. */
function writeScaffold({ created, changed }: Scaffold): string[] {
  const inTheWay = Object.keys(created).filter(repository.exists);
  if (inTheWay.length > 0) throw new ScaffoldError(`not overwritten: ${inTheWay.join(', ')}`);
  const files = Object.entries({ ...created, ...changed });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true });
    writeFileSync(join(ROOT, path), text);
  }
  return files.map(([path]) => path);
}

const run = (script: string, ...args: string[]): void => {
  execFileSync(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
};

function main([kind = '', name = '', ...more]: readonly string[]): void {
  const scaffold = KINDS.get(kind);
  if (!scaffold || name === '' || more.length > 0) throw new ScaffoldError(USAGE);
  const plan = scaffold(name, repository);
  const paths = writeScaffold(plan);
  // Formats the files as `npm run check` requires, and updates what is generated from the registries.
  run('node_modules/@biomejs/biome/bin/biome', 'check', '--write', ...paths);
  run('scripts/generate.ts');
  for (const path of paths) console.log(`${path in plan.created ? 'new    ' : 'changed'} ${path}`);
  console.log('\nWhat is left to do:');
  for (const [index, step] of plan.steps.entries()) console.log(`${index + 1}. ${step}`);
  console.log(`${plan.steps.length + 1}. npm run check && npm test`);
}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ScaffoldError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
