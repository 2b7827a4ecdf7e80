import {
  dueDate,
  fromTemplate,
  insertBefore,
  type Repository,
  type Scaffold,
  ScaffoldError,
  variableName,
} from './scaffold.ts';

// Same rule as for stored source ids in core/settings/settings.ts, except that a variable cannot start with a digit.
const SOURCE_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAX_LENGTH = 24;

/** Creates a price source and its test host, both to be adapted to the source's documentation. */
export function newSource(id: string, { read, today }: Repository): Scaffold {
  if (!SOURCE_ID.test(id) || id.length > MAX_LENGTH) {
    throw new ScaffoldError(
      `${id} is no id of a source: lower-case letters, digits and single hyphens, ${MAX_LENGTH} at most`,
    );
  }
  const name = variableName(id);
  const label = id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
  const values = { id, name, label, today, due: dueDate(today) };
  const registered = (path: string, list: RegExp): string =>
    insertBefore(
      insertBefore(read(path), /\n\n/, `\nimport { ${name} } from './${id}.ts';`),
      list,
      `, ${name}`,
    );
  return {
    created: {
      [`providers/${id}.ts`]: fromTemplate('provider', values),
      [`tests/conformance/sources/${id}.ts`]: fromTemplate('fixture', values),
      [`world/hosts/${id}.ts`]: fromTemplate('world-host', values),
      [`world/hosts/${id}.test.ts`]: fromTemplate('world-host.test', values),
    },
    changed: {
      'providers/index.ts': registered(
        'providers/index.ts',
        /(?<=export const PROVIDERS[^;]*[^,\s]),?\s*\];/,
      ),
      'world/hosts/index.ts': registered('world/hosts/index.ts', /(?<=const PRICES[^;]*[^,\s]),?\s*\];/),
    },
    steps: [
      `Bring world/hosts/${id}.ts and its test to the format that the documentation of the source describes.`,
      `Bring providers/${id}.ts and tests/conformance/sources/${id}.ts to the same, and do what their TODOs say.`,
      'Choose its place in the order of providers/index.ts: it is asked last now.',
      'Update the snapshots of the tests: npx vitest run --project slow jobs/cost jobs/fault-matrix -u',
    ],
  };
}
