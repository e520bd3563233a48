import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayWriteRecord } from '@preau/shared/notebook/policy.ts';
import { isYearClosed } from '@preau/shared/notebook/rules.ts';
import { DEFAULT_ZONE } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { authorOf } from './author.ts';
import { findPlace, findWritten } from './place.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

/** Takes a record away from its readers; what was written stays in its history, and its lesson may be written again. */
export const withdrawRecord = bind<NotebookServices>()(notebookOperations.withdrawRecord, {
  subject: ({ input, services }) => findWritten(input.path.recordId, services),
  may: mayWriteRecord,
  async run({ actor, subject: found, input: { body }, services, now }) {
    const { record, recordId, place } = found;
    if (isYearClosed(place.date, now, DEFAULT_ZONE)) return refuse('notebook.year-closed');
    if (record.visa !== undefined) return refuse('notebook.visaed');
    const author = authorOf(actor, place);
    if (record.withdrawnAt !== undefined && record.writtenBy.personId === author.personId) return { recordId };
    if (record.revision !== body.revision) return refuse('notebook.changed-meanwhile', { current: viewRecord(found, actor, now) });

    const { publishedAt: _publishedAt, shown: _shown, ...rest } = record;
    await services.store.keepPast(record);
    const withdrawn = await services.store.putRecord(
      {
        ...rest,
        publication: 'draft',
        withdrawnAt: now,
        writtenBy: author,
        writtenAt: now,
        revision: record.revision + 1,
        version: record.version + 1,
      },
      record,
    );
    if (withdrawn) return { recordId };
    const latest = await findPlace(recordId, services);
    return refuse('notebook.changed-meanwhile', latest === undefined ? {} : { current: viewRecord(latest, actor, now) });
  },
});
