import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { ImportsServices } from './services.ts';
import { importView } from './stored-view.ts';

/** An import's state, whether its file has come, what it changes, and its anomalies page by page. */
export const readImport = bind<ImportsServices>()(importsOperations.readImport, {
  subject: ({ input, services }) => services.imports.findImport(input.path.importId),
  may: mayImport,
  async run({ subject, input, services }) {
    const { importId, anomaliesOf, status } = subject;
    const [{ items, next }, arrived] = await Promise.all([
      services.imports.listAnomalies(importId, anomaliesOf, input.query.after),
      // What has been examined had come.
      status === 'awaitingFile' ? services.deliveries.hasArrived(importId) : true,
    ]);
    return { import: importView(subject), arrived, anomalies: items, ...(next === undefined ? {} : { next }) };
  },
});
