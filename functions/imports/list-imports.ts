import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { ImportsServices } from './services.ts';
import { importView } from './stored-view.ts';

/** Every delivery of the last half-year, the latest first. */
export const listImports = bind<ImportsServices>()(importsOperations.listImports, {
  subject: async () => ({}),
  may: mayImport,
  async run({ input, services }) {
    const { items, next } = await services.imports.listImports(input.query.after);
    return { imports: items.map(importView), ...(next === undefined ? {} : { next }) };
  },
});
