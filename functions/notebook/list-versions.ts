import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayReadVersions } from '@preau/shared/notebook/policy.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import type { RecordVersion } from '@preau/shared/notebook/views.ts';
import { bind } from '../runtime/bind.ts';
import { findWritten } from './place.ts';
import type { NotebookServices } from './services.ts';

const viewVersion = ({
  revision,
  writtenBy,
  writtenAt,
  publication,
  withdrawnAt,
  title,
  sections,
  files,
  links,
}: LessonRecord): RecordVersion => ({
  revision,
  writtenBy,
  writtenAt,
  publication,
  withdrawn: withdrawnAt !== undefined,
  title,
  sections,
  files,
  links,
});

/** Everything that was ever written of one lesson, the latest first. */
export const listVersions = bind<NotebookServices>()(notebookOperations.listVersions, {
  subject: ({ input, services }) => findWritten(input.path.recordId, services),
  may: mayReadVersions,
  async run({ subject: { record, recordId }, services }) {
    const past = await services.store.listPast(recordId);
    // A writing that was interrupted before its end has left the present among the past.
    const before = past.filter(({ revision }) => revision < record.revision);
    return { versions: [...before, record].toReversed().map(viewVersion) };
  },
});
