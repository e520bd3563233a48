import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import ts from 'typescript';

/** Text put in the place of what stands between two positions; of those that begin at the same one, the deepest closes first and the outermost opens first. */
interface Insertion {
  readonly at: number;
  readonly until: number;
  readonly text: string;
  readonly closes: boolean;
  readonly depth: number;
}

const MAKERS: ReadonlySet<string> = new Set(['object', 'strictObject', 'looseObject', 'extend']);

/** Calls whose argument is asked for one of these at each request, and for none at import. */
const HELD: Readonly<Record<string, readonly string[]>> = { operation: ['input', 'output'], entity: ['schema'] };

/** The only exports with a capital that are not made by an expression: a class is itself already. */
const CLASSES: ReadonlySet<string> = new Set(['DeliveryRefused']);

const isCapital = (name: string): boolean => /^[A-Z](?=.*[a-z])[A-Za-z0-9]*$/.test(name) && !CLASSES.has(name);

const isShape = (node: ts.Node): node is ts.ObjectLiteralExpression =>
  ts.isObjectLiteralExpression(node) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  ts.isPropertyAccessExpression(node.parent.expression) &&
  MAKERS.has(node.parent.expression.name.text) &&
  // After a spread, V8 puts getters behind what is not one: the order of keys would change.
  !node.properties.some(ts.isSpreadAssignment);

const heldIn = (node: ts.Node): readonly string[] =>
  ts.isObjectLiteralExpression(node) &&
  ts.isCallExpression(node.parent) &&
  node.parent.arguments[0] === node &&
  ts.isIdentifier(node.parent.expression)
    ? (HELD[node.parent.expression.text] ?? [])
    : [];

const isExported = (statement: ts.VariableStatement | ts.ClassDeclaration): boolean =>
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;

/** True for `z.…`, for whatever is called upon it, and for the fields that several schemas share. */
const isOfZod = (node: ts.Node): boolean => {
  if (ts.isIdentifier(node)) return node.text === 'z';
  if (ts.isObjectLiteralExpression(node)) return node.properties.some((one) => ts.isPropertyAssignment(one) && isOfZod(one.initializer));
  return (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) && isOfZod(node.expression);
};

interface Named {
  readonly name: string;
  readonly statement: ts.VariableStatement;
  readonly initializer: ts.Expression;
}

/** The constants of a module that wait for their first use: what bears a capital, as schemas do, and private schemas. */
const constantsOf = (source: ts.SourceFile): readonly Named[] =>
  source.statements.flatMap((statement) => {
    if (ts.isClassDeclaration(statement) && isExported(statement) && isCapital(statement.name?.text ?? ''))
      throw new Error(`${source.fileName}: the bundler has to know the class ${statement.name?.text ?? ''}`);
    if (!ts.isVariableStatement(statement)) return [];
    const [declaration, ...others] = statement.declarationList.declarations;
    if (declaration?.initializer === undefined || !ts.isIdentifier(declaration.name)) return [];
    const { name, initializer } = declaration;
    const waits = isCapital(name.text) || (!isExported(statement) && isOfZod(initializer));
    if (waits && others.length > 0) throw new Error(`${source.fileName}: ${name.text} does not stand alone`);
    return waits ? [{ name: name.text, statement, initializer }] : [];
  });

/** What other modules of ours export with a capital waits in the same way. */
const importedBy = (source: ts.SourceFile): readonly string[] =>
  source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const { importClause } = statement;
    const bindings = importClause?.namedBindings;
    if (!/^(?:\.|@preau\/)/.test(statement.moduleSpecifier.text) || bindings === undefined || !ts.isNamedImports(bindings)) return [];
    return importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      ? []
      : bindings.elements.flatMap(({ isTypeOnly, name }) => (!isTypeOnly && isCapital(name.text) ? [name.text] : []));
  });

/** The names of properties, declarations and bindings: not values. */
const isName = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)) return parent.name === node;
  if (ts.isBindingElement(parent) && parent.propertyName === node) return true;
  if (ts.isVariableDeclaration(parent) && parent.name === node) return true;
  return false;
};

const isShadow = (node: ts.Identifier): boolean => {
  const { parent } = node;
  if (ts.isParameter(parent) || ts.isBindingElement(parent)) return parent.name === node;
  return ts.isVariableDeclaration(parent) && parent.name === node && !ts.isSourceFile(parent.parent.parent.parent);
};

const isOfTypes = (node: ts.Node): boolean =>
  ts.isTypeNode(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node);

/** Everything that a module defers, as changes of its text. */
const changesOf = (source: ts.SourceFile): readonly Insertion[] => {
  const constants = constantsOf(source);
  const waiting = new Set([...constants.map(({ name }) => name), ...importedBy(source)]);
  const changes: Insertion[] = [];
  const open = (at: number, until: number, text: string, depth: number) => changes.push({ at, until, text, closes: false, depth });
  const close = (at: number, text: string, depth: number) => changes.push({ at, until: at, text, closes: true, depth });

  const getter = (property: ts.PropertyAssignment, [before, after]: readonly [string, string], depth: number): void => {
    const { name, initializer } = property;
    open(name.getStart(source), name.getStart(source), 'get ', depth);
    open(name.end, initializer.getStart(source), `(){${before}(`, depth);
    close(initializer.end, `)${after}}`, depth);
  };

  const defer = (property: ts.ObjectLiteralElementLike, held: readonly string[], depth: number): void => {
    if (!ts.isPropertyAssignment(property)) return;
    const name = property.name.getText(source);
    const isMade =
      ts.isCallExpression(property.initializer) || (ts.isIdentifier(property.initializer) && waiting.has(property.initializer.text));
    if (held.includes(name)) {
      getter(property, ['const made=', `;Object.defineProperty(this,'${name}',{value:made});return made`], depth);
    } else if (held.length === 0 && isMade) getter(property, ['return', ''], depth);
  };

  const use = (node: ts.Identifier, depth: number): void => {
    if (!waiting.has(node.text)) return;
    if (isShadow(node)) throw new Error(`${source.fileName}: another ${node.text} hides the one that the module knows`);
    if (ts.isNewExpression(node.parent) && node.parent.expression === node) throw new Error(`${source.fileName}: new ${node.text}`);
    if (ts.isShorthandPropertyAssignment(node.parent)) close(node.end, `:${node.text}()`, depth);
    else if (!isName(node)) close(node.end, '()', depth);
  };

  const visit = (node: ts.Node, depth: number): void => {
    if (isOfTypes(node)) return;
    const held = heldIn(node);
    if (ts.isObjectLiteralExpression(node) && (held.length > 0 || isShape(node)))
      for (const property of node.properties) defer(property, held, depth);
    if (ts.isIdentifier(node)) use(node, depth);
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };

  for (const { name, statement, initializer } of constants) {
    open(statement.getStart(source), statement.getStart(source), `let ${name}$made;`, 0);
    open(initializer.getStart(source), initializer.getStart(source), `()=>(${name}$made??=(`, 0);
    close(initializer.end, '))', 0);
  }
  visit(source, 1);
  return changes;
};

const inOrder = (one: Insertion, other: Insertion): number =>
  one.at - other.at ||
  Number(other.closes) - Number(one.closes) ||
  (one.closes ? other.depth - one.depth : one.until - other.until || one.depth - other.depth);

const changed = (text: string, changes: readonly Insertion[]): string => {
  const sorted = changes.toSorted(inOrder);
  const pieces = sorted.map(({ at, text: added }, index) => text.slice(sorted[index - 1]?.until ?? 0, at) + added);
  return pieces.join('') + text.slice(sorted.at(-1)?.until ?? 0);
};

/** The same module, whose schemas, their fields and the contracts that hold them are made when they are first asked for. */
export const withLazyShapes = (text: string, fileName = 'module.ts'): string =>
  changed(text, changesOf(ts.createSourceFile(fileName, text, ts.ScriptTarget.Latest, true)));

/**
 * A new environment makes only the schemas of what it serves: a bundle has fifteen hundred, which took a third of its cold start, and a request
 * needs some sixty. The fields of a shape are getters, which zod reads once; a constant with a capital is a function that makes it once, in the
 * module that exports it as in those that import it. Tests and development run the modules as they are written.
 */
export const lazyShapes: Plugin = {
  name: 'lazy-shapes',
  setup: (build) =>
    build.onLoad({ filter: /[\\/](?:shared|functions)[\\/].*\.ts$/ }, async ({ path }) => ({
      contents: withLazyShapes(await readFile(path, 'utf8'), path),
      loader: 'ts',
    })),
};
