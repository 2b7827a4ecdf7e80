import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isMap, isScalar, isSeq, type Node, type Pair, parse, parseDocument } from 'yaml';
import { exists, filesIn, readRepoFile } from './house.ts';

const WORKFLOWS = filesIn('.github/workflows');
const FORMS = filesIn('.github/ISSUE_TEMPLATE').filter((path) => !path.endsWith('config.yml'));

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly concurrency: { readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, Job>>;
}

interface Job {
  readonly 'timeout-minutes': number;
  readonly steps: readonly { readonly uses?: string; readonly run?: string; readonly with?: unknown }[];
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly { type: string; id?: string; attributes: Readonly<Record<string, unknown>> }[];
}

/** Yields every key of a YAML document with its value, at any depth. */
function* pairsIn(node: unknown): Generator<Pair> {
  if (isMap(node)) {
    for (const pair of node.items) {
      yield pair;
      yield* pairsIn(pair.value);
    }
  }
  if (isSeq(node)) for (const item of node.items) yield* pairsIn(item);
}

const keyOf = ({ key }: Pair): unknown => (isScalar(key) ? key.value : key);

/** Returns the values of all keys with this name. */
const valuesOf = (path: string, key: string): Node[] => {
  const document = parseDocument(readRepoFile(path));
  expect(document.errors).toEqual([]);
  return [...pairsIn(document.contents)].flatMap((pair) =>
    keyOf(pair) === key && (isScalar(pair.value) || isMap(pair.value)) ? [pair.value] : [],
  );
};

describe.each(WORKFLOWS)('%s', (path) => {
  test('pins every action to a full commit, and names its version', () => {
    const uses = valuesOf(path, 'uses');
    expect(uses.length).toBeGreaterThan(0);
    for (const step of uses) {
      expect(isScalar(step) && step.value).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(step.comment).toMatch(/^ v\d+\.\d+\.\d+$/);
    }
  });

  test('has read permission for the repository only', () => {
    expect(parse(readRepoFile(path)).permissions).toEqual({ contents: 'read' });
    // A job could request more than the top level.
    expect(valuesOf(path, 'permissions')).toHaveLength(1);
  });

  test('keeps no credentials, has a timeout, and runs once per branch', () => {
    const workflow: Workflow = parse(readRepoFile(path));
    expect(workflow.concurrency['cancel-in-progress']).toBe(true);
    // Would run untrusted code with the permissions of the repository.
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
      const checkouts = job.steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with)).toEqual([{ 'persist-credentials': false }]);
      // Expressions are replaced in scripts before they run: the name of a branch could contain a command.
      for (const { run } of job.steps) expect(run ?? '').not.toContain('${{');
    }
  });
});

test('the workflow runs all commands of the README', () => {
  const { jobs }: Workflow = parse(readRepoFile('.github/workflows/ci.yml'));
  expect(Object.values(jobs).flatMap(({ steps }) => steps.map(({ run }) => run))).toContain('.ci/run');
  expect(readRepoFile('.ci/run')).toContain('(npm ci && npm test)');
});

test('.nvmrc has the version of Node that npm scripts run with, and engines allow it', () => {
  const { devDependencies, engines } = JSON.parse(readRepoFile('package.json'));
  const wanted = Number(readRepoFile('.nvmrc').trim());
  expect(devDependencies.node.split('.')[0]).toBe(String(wanted));
  expect(engines.node).toMatch(/^>=\d+$/);
  expect(wanted).toBeGreaterThanOrEqual(Number(engines.node.slice(2)));
});

describe.each(FORMS)('issue form %s', (path) => {
  test('has a name, a description, and fields with an id and a label each', () => {
    const form: Form = parse(readRepoFile(path));
    expect(form).toMatchObject({
      name: expect.stringMatching(/\w/),
      description: expect.stringMatching(/\w/),
    });
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { type, id, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes.label).toMatch(/\w/);
    }
  });
});

describe('links between documents', () => {
  const DOCUMENTS = filesIn('.').filter((path) => path.endsWith('.md'));
  /** Anchors as on GitHub: lower case, no punctuation, hyphens for spaces. */
  const anchorOf = (heading: string): string =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
  const anchorsIn = (path: string): string[] =>
    [...readRepoFile(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

  test.each(DOCUMENTS)('of %s have existing targets', (path) => {
    const links = [...readRepoFile(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const broken = links
      .filter((link) => !/^(https?|mailto):/.test(link))
      .filter((link) => {
        const [file = '', anchor] = link.split('#');
        const target = file === '' ? path : join(dirname(path), file);
        return !exists(target) || (anchor !== undefined && !anchorsIn(target).includes(anchor));
      });
    expect(broken).toEqual([]);
  });
});
