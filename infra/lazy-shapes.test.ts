import * as z from 'zod';
import { expect, it } from 'vitest';
import { withLazyShapes } from './lazy-shapes.ts';

it('makes a field when it is first asked for, and leaves what has a name already', () => {
  const source = `const One = z.strictObject({
    /** What it is called. */
    name: z.string().min(1),
    'full-name': z.object({ first: z.string() }),
    personId: PersonId,
  });`;
  expect(withLazyShapes(source)).toBe(`const One = z.strictObject({
    /** What it is called. */
    get name(){return(z.string().min(1))},
    get 'full-name'(){return(z.object({ get first(){return(z.string())} }))},
    personId: PersonId,
  });`);
});

it('touches no other object, and none whose order of keys it would change', () => {
  const source =
    "const spec = operation({ id: 'a', output: z.array(z.string()) });\nconst more = z.strictObject({ ...own, name: z.string() });\nconst list = z.union([z.literal('{a: b()}')]);";
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
