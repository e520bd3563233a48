import { expect, it } from 'vitest';
import { withOneNever, withoutDocumentClient, withoutJsonSchema, withoutModelledErrors } from './lean-dependencies.ts';

it.each([withoutJsonSchema, withOneNever, withoutModelledErrors, withoutDocumentClient])(
  'refuses a dependency that is written otherwise',
  (edit) => {
    expect(() => edit('export const nothing = 1;')).toThrow('no longer written as the bundler expects');
  },
);

it('keeps the exception of the service, which stands for those that it forgets', () => {
  const source = '_s_registry.registerError(Service$, Service);\nn0_registry.registerError(Absent$, Absent);\n';
  expect(withoutModelledErrors(source)).toBe('_s_registry.registerError(Service$, Service);\n\n');
});
