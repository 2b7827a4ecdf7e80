import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { filesIn, readRepoFile, SHIPPED, scriptsIn } from './house.ts';

// Rules that need the syntax tree of the code.

type Node = Readonly<Record<string, unknown>> & { readonly type: string };
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value : [value]).filter(isNode);

function parsed(path: string, code = readRepoFile(path)): Node {
  const { program, errors } = parseSync(path, code);
  expect(errors).toEqual([]);
  return program as unknown as Node;
}

/** Returns the name of a declaration. */
const nameOf = ({ id }: Node): string[] =>
  nodesIn(id).flatMap(({ name }) => (typeof name === 'string' ? name : []));

/** Returns the names of a module's top-level functions: declarations, and constants that are functions. */
const functionsIn = (program: Node): string[] =>
  nodesIn(program.body)
    .flatMap((statement) => (/^Export/.test(statement.type) ? nodesIn(statement.declaration) : statement))
    .flatMap((statement) => {
      if (statement.type === 'FunctionDeclaration') return nameOf(statement);
      const constants = nodesIn(statement.declarations);
      return constants.flatMap((one) =>
        nodesIn(one.init).some(({ type }) => /^(Arrow)?Function/.test(type)) ? nameOf(one) : [],
      );
    });

/** Counts the object literals that are spread into object literals below a node. */
function spreadLiteralsIn(node: Node): number {
  const isSpread = ({ type, argument }: Node): boolean =>
    type === 'SpreadElement' && nodesIn(argument).some((inner) => inner.type === 'ObjectExpression');
  const own = node.type === 'ObjectExpression' ? nodesIn(node.properties).filter(isSpread).length : 0;
  return Object.values(node)
    .flatMap(nodesIn)
    .reduce((sum, inner) => sum + spreadLiteralsIn(inner), own);
}

describe('two functions never share a name', () => {
  test('in shipped code, the world, scripts and the build', () => {
    const paths = [...SHIPPED, ...['world', 'scripts', 'build'].flatMap(scriptsIn)];
    const byName = new Map<string, string[]>();
    for (const path of paths)
      for (const name of functionsIn(parsed(path))) byName.set(name, [...(byName.get(name) ?? []), path]);
    expect(byName.size).toBeGreaterThan(800);
    expect([...byName].filter(([, places]) => places.length > 1)).toEqual([]);
  });

  test('the check finds functions', () => {
    const code = `
      export function one(): void { function inner() {} }
      const two = (): number => 2, three = 3;
      export const four = function () {};
      export default function five() {}
      export async function* six() {}
      if (three) { const seven = () => 7; }
      const eight = two();`;
    expect(functionsIn(parsed('a.ts', code))).toEqual(['one', 'two', 'four', 'five', 'six']);
    expect(functionsIn(parsed('a.tsx', `export const View = () => <p>{1}</p>;`))).toEqual(['View']);
  });
});

describe('no object literal is spread into another', () => {
  test('anywhere', () => {
    const paths = filesIn('.').filter((path) => /\.tsx?$/.test(path));
    expect(paths.length).toBeGreaterThan(400);
    expect(paths.filter((path) => spreadLiteralsIn(parsed(path)) > 0)).toEqual([]);
  });

  test.each([
    ['const a = { ...{ b: 1 }, c: 2 };', 1],
    ['f({\n  ...{\n    b,\n  },\n  g: () => ({ ...{ h } }),\n});', 2],
    ['const a = { ...b, ...(c && { c }), ...(d ? { d } : {}) };', 0],
    ['const { a, ...b } = c;', 0],
  ])('%s: %i', (code, count) => {
    expect(spreadLiteralsIn(parsed('a.ts', code))).toBe(count);
  });
});
