import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayReadRecord } from '@preau/shared/notebook/policy.ts';
import { bind } from '../runtime/bind.ts';
import { findToRead } from './place.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

/** A file of a record, to whoever sees that file in the record, once it was found harmless. */
export const readFile = bind<NotebookServices>()(notebookOperations.readFile, {
  subjectFor: ({ actor, input, now, services }) => findToRead(input.path.recordId, actor, now, services),
  may: mayReadRecord,
  async run({ actor, subject, input: { path }, services, now }) {
    const file = viewRecord(subject, actor, now).files.find((one) => one.fileId === path.fileId);
    const location = file === undefined ? undefined : await services.files.downloadLink(file.fileId, file.name);
    return location === undefined ? refuse('notebook.file-unknown') : { location };
  },
});
