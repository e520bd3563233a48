import { isEmptyRichText } from '@preau/shared/kernel/rich-text.ts';
import { publicationInstant } from '@preau/shared/kernel/publication.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayWriteRecord } from '@preau/shared/notebook/policy.ts';
import { isYearClosed } from '@preau/shared/notebook/rules.ts';
import { ADDENDA_MAX } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { authorOf } from './author.ts';
import { findWritten } from './place.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

/** Completes a record that the head has seen; nothing of what was seen changes. */
export const addAddendum = bind<NotebookServices>()(notebookOperations.addAddendum, {
  subject: ({ input, services }) => findWritten(input.path.recordId, services),
  may: mayWriteRecord,
  async run({ actor, subject: found, input: { body }, services, now }) {
    const { record, place } = found;
    const { publication: window, zone } = await services.directory.findSchoolSettings(place.schoolId);
    const addendumId = derivedId('add', `${actor.personId}:${body.requestId}`);
    if (record.addenda.some((one) => one.addendumId === addendumId)) return viewRecord(found, actor, now);
    if (isYearClosed(place.date, now, zone)) return refuse('notebook.year-closed');
    if (record.visa === undefined) return refuse('notebook.not-visaed');
    if (isEmptyRichText(body.text)) return refuse('notebook.nothing-to-publish');
    if (record.addenda.length >= ADDENDA_MAX) return refuse('notebook.too-many-addenda');

    const publishedAt = publicationInstant(now, window, zone);
    const addendum = { addendumId, by: authorOf(actor, place), at: now, publishedAt, text: body.text };
    const completed = { ...record, addenda: [...record.addenda, addendum], version: record.version + 1 };
    if (await services.store.putRecord(completed, record)) return viewRecord({ ...found, record: completed }, actor, now);
    return refuse('notebook.changed-meanwhile');
  },
});
