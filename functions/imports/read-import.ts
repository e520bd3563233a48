import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { ImportsServices } from './services.ts';
import { importView } from './stored-view.ts';

/** An import's state, what it changes, and its anomalies page by page. */
export const readImport = bind<ImportsServices>()(importsOperations.readImport, {
  subject: ({ input, services }) => services.imports.findImport(input.path.importId),
  may: mayImport,
  async run({ subject, input, services }) {
    const { items, next } = await services.imports.listAnomalies(subject.importId, subject.anomaliesOf, input.query.after);
    return { import: importView(subject), anomalies: items, ...(next === undefined ? {} : { next }) };
  },
});
