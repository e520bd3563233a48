import { nameOf } from '@preau/shared/directory/names.ts';
import { importsOperations } from '@preau/shared/imports/api.ts';
import { mayImport } from '@preau/shared/imports/policy.ts';
import { ImportId } from '@preau/shared/kernel/ids.ts';
import { bind } from '../runtime/bind.ts';
import type { ImportsServices } from './services.ts';
import type { StoredImport } from './store.ts';
import { importView } from './stored-view.ts';

/** Announces a delivery and prepares its way to the bucket; the file itself never goes through the API. */
export const startUpload = bind<ImportsServices>()(importsOperations.startUpload, {
  subject: async () => ({}),
  may: mayImport,
  async run({ actor, input: { body }, services, now }) {
    const record: StoredImport = {
      importId: ImportId.parse(`imp_${services.newId()}`),
      ...body,
      status: 'awaitingFile',
      createdAt: now,
      createdBy: nameOf(actor),
      updatedAt: now,
      attempt: 0,
      started: false,
      written: 0,
      anomalyCount: 0,
      anomaliesOf: 0,
    };
    const upload = await services.deliveries.prepareUpload(record.importId);
    await services.imports.addImport(record);
    return { import: importView(record), upload };
  },
});
