import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayCopyRecord } from '@preau/shared/notebook/policy.ts';
import { bind } from '../runtime/bind.ts';
import { copyOnto } from './copy-onto.ts';
import { findWritten } from './place.ts';
import type { NotebookServices } from './services.ts';

/** The same lesson for other classes or groups, or again another year: as drafts, to be read over before they are published. */
export const copyRecord = bind<NotebookServices>()(notebookOperations.copyRecord, {
  subject: ({ input, services }) => findWritten(input.path.recordId, services),
  may: mayCopyRecord,
  run({ actor, subject: { record, recordId }, input: { body }, services, now }) {
    const { title, sections, files, links } = record;
    const lessonIds = [...new Set(body.lessonIds)].filter((lessonId) => lessonId !== recordId);
    const written = { title, sections, files, links };
    return copyOnto(
      lessonIds.map((lessonId) => ({ lessonId, written })),
      actor,
      now,
      services,
    );
  },
});
