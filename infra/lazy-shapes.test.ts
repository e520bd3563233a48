import { compileFunction } from 'node:vm';
import * as z from 'zod';
import { expect, it } from 'vitest';
import { transformSync } from 'esbuild';
import { withLazyShapes } from './lazy-shapes.ts';

interface Contracts {
  readonly operations: { readonly list: { readonly input: { readonly path: z.ZodType }; readonly output: z.ZodType } };
}

/** What a module of contracts exports once it is transformed. */
const evaluated = (source: string): Contracts => {
  const { code } = transformSync(withLazyShapes(source), { loader: 'ts', format: 'cjs' });
  const module: { exports: unknown } = { exports: {} };
  compileFunction(code, ['module', 'exports', 'z', 'operation'])(module, module.exports, z, (spec: unknown) => spec);
  return module.exports as Contracts;
};

it('makes a field when it is first asked for, and leaves what it does not know', () => {
  const source = `one(z.strictObject({
    /** What it is called. */
    name: z.string().min(1),
    'full-name': z.object({ first: z.string() }),
    personId: theirs,
  }));`;
  expect(withLazyShapes(source)).toBe(`one(z.strictObject({
    /** What it is called. */
    get name(){return(z.string().min(1))},
    get 'full-name'(){return(z.object({ get first(){return(z.string())} }))},
    personId: theirs,
  }));`);
});

it('makes a schema at its first use, in the module that exports it and in those that import it', () => {
  const source = `import { Person, type Role } from './schema.ts';
import { Client } from '@aws-sdk/client';
const key = z.string();
export const Note: z.ZodType<Note> = z.union([Person, key]);
export type Note = z.infer<typeof Note>;
export const LIMIT = most(10);
export const read = (text: Note, { Person: own }: Held) => new Client({ Person, Note: Note.parse(text), key: own.Person });`;
  expect(withLazyShapes(source)).toBe(`import { Person, type Role } from './schema.ts';
import { Client } from '@aws-sdk/client';
let key$made;const key = ()=>(key$made??=(z.string()));
let Note$made;export const Note: z.ZodType<Note> = ()=>(Note$made??=(z.union([Person(), key()])));
export type Note = z.infer<typeof Note>;
export const LIMIT = most(10);
export const read = (text: Note, { Person: own }: Held) => new Client({ Person:Person(), Note: Note().parse(text), key: own.Person });`);
});

it('makes the schemas of a contract once, when its operation is first asked for', () => {
  const source =
    "export const operations = { list: operation({ id: 'list', input: { path: z.strictObject({ a: z.int() }) }, output: List }) };";
  const { operations } = evaluated(`const List = z.array(z.string());${source}`);
  const { list } = operations;
  expect([list.input, list.output]).toEqual([list.input, list.output]);
  expect(list.input).toBe(list.input);
  expect(list.output.parse(['x'])).toEqual(['x']);
  expect(list.input.path.safeParse({ a: '1' }).success).toBe(false);
});

it.each([
  ['another constant that hides it', 'export const Note = z.string();\nconst f = () => { const Note = 1; return Note; };'],
  ['a parameter that hides it', "import { Note } from './note.ts';\nconst f = (Note) => Note;"],
  ['a class that it takes for a schema', "import { Note } from './note.ts';\nexport const note = () => new Note();"],
  ['a class that it does not know', 'export class Noted extends Error {}'],
])('refuses %s', (_, source) => {
  expect(() => withLazyShapes(source)).toThrow(/^module\.ts: /);
});

it('leaves an object whose order of keys it would change', () => {
  const source = "list.push(z.strictObject({ ...own, name: z.string() }));\nconst list = z.union([z.literal('{a: b()}')]);".replace(
    'const',
    'export const',
  );
  expect(withLazyShapes(source)).toBe(source);
});

it('reads a field once, as strictly as before', () => {
  let made = 0;
  const name = () => {
    made += 1;
    return z.string().min(2);
  };
  const One = z.strictObject({
    get name() {
      return name();
    },
  });
  const Other = One.extend({ age: z.int() }).omit({ age: true });
  expect(made).toBe(0);
  expect([One, One, Other].map((schema) => schema.safeParse({ name: 'Ada' }).success)).toEqual([true, true, true]);
  expect([{ name: 'A' }, {}, { name: 'Ada', role: 'x' }].map((value) => One.safeParse(value).success)).toEqual([false, false, false]);
  expect(Other.shape.name).toBe(Other.shape.name);
  expect(made).toBeLessThanOrEqual(2);
});
