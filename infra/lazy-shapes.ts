import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

const MAKERS: ReadonlySet<string> = new Set(['object', 'strictObject', 'looseObject', 'extend']);

const isShape = (node: ts.Node): node is ts.ObjectLiteralExpression =>
  ts.isObjectLiteralExpression(node) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  ts.isPropertyAccessExpression(node.parent.expression) &&
  MAKERS.has(node.parent.expression.name.text) &&
  // After a spread, V8 puts getters behind what is not one: the order of keys would change.
  !node.properties.some(ts.isSpreadAssignment);

interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly text: string;
}

/** `name: made()` becomes `get name(){return(made())}`; what is only named was made already. */
const deferred = (source: ts.SourceFile, property: ts.ObjectLiteralElementLike): readonly Insertion[] => {
  if (!ts.isPropertyAssignment(property) || !ts.isCallExpression(property.initializer)) return [];
  const { name, initializer } = property;
  const begins = name.getStart(source);
  return [
    { at: begins, until: begins, text: 'get ' },
    { at: name.end, until: initializer.getStart(source), text: '(){return(' },
    { at: initializer.end, until: initializer.end, text: ')}' },
  ];
};

const inserted = (text: string, insertions: readonly Insertion[]): string => {
  const sorted = insertions.toSorted((one, other) => one.at - other.at || one.until - other.until);
  const pieces = sorted.map(({ at, text: added }, index) => text.slice(sorted[index - 1]?.until ?? 0, at) + added);
  return pieces.join('') + text.slice(sorted.at(-1)?.until ?? 0);
};

/** The same module, in which the fields of every zod object are getters. */
export const withLazyShapes = (text: string): string => {
  const source = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest, true);
  const insertions: Insertion[] = [];
  const visit = (node: ts.Node): void => {
    if (isShape(node)) insertions.push(...node.properties.flatMap((property) => deferred(source, property)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return inserted(text, insertions);
};

/**
 * A new environment makes only the schemas of what it serves: fifteen hundred in a bundle, a quarter of its cold start, and a request needs
 * some sixty. zod reads the getters of a shape once, when something is first parsed by it, and knows its keys without reading them.
 */
export const lazyShapes: Plugin = {
  name: 'lazy-shapes',
  setup: (build) =>
    build.onLoad({ filter: /[\\/](?:shared|functions)[\\/].*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return { contents: text.includes("from 'zod'") ? withLazyShapes(text) : text, loader: 'ts' };
    }),
};
