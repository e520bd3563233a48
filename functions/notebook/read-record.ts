import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayReadRecord } from '@preau/shared/notebook/policy.ts';
import { bind } from '../runtime/bind.ts';
import { findToRead } from './place.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

/** One lesson's page, for those who write it and those who read it. */
export const readRecord = bind<NotebookServices>()(notebookOperations.readRecord, {
  subjectFor: ({ actor, input, now, services }) => findToRead(input.path.recordId, actor, now, services),
  may: mayReadRecord,
  run: async ({ actor, subject, now }) => viewRecord(subject, actor, now),
});
