import type { Actor } from '@preau/shared/directory/schema.ts';
import { isRefusal, refuse } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayWriteRecord } from '@preau/shared/notebook/policy.ts';
import { flagOf, hasCome, isBlank, isYearClosed, publishedAtOf, shownOf } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord, Publication, Written } from '@preau/shared/notebook/schema.ts';
import { bind } from '../runtime/bind.ts';
import { authorOf, withAuthor } from './author.ts';
import { joinFiles } from './joined-files.ts';
import { findPlace, whenAndForWhom, type FoundPlace } from './place.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

interface Writing {
  readonly written: Written;
  readonly publication: Publication;
  readonly publishedAt: Instant | undefined;
}

/** The record as this writing leaves it; readers keep what they saw until the new text is published. */
export const writtenRecord = (found: FoundPlace, actor: Actor, writing: Writing, now: Instant): LessonRecord => {
  const { place, record, lesson } = found;
  const author = authorOf(actor, place);
  const seen = record === undefined ? undefined : shownOf(record, now);
  const flag = lesson === undefined ? record?.flag : flagOf(lesson);
  return {
    recordId: found.recordId,
    ...whenAndForWhom(place),
    teachers: withAuthor(place.teachers, author),
    ...writing.written,
    publication: writing.publication,
    ...(writing.publishedAt === undefined ? {} : { publishedAt: writing.publishedAt }),
    ...(seen === undefined || hasCome(writing.publishedAt, now) ? {} : { shown: seen }),
    ...(flag === undefined ? {} : { flag }),
    addenda: record?.addenda ?? [],
    revision: (record?.revision ?? 0) + 1,
    writtenBy: author,
    writtenAt: now,
    version: (record?.version ?? 0) + 1,
  };
};

const isSame = (
  record: LessonRecord | undefined,
  { written, publication }: Pick<Writing, 'written' | 'publication'>,
  actor: Actor,
): boolean => {
  if (record === undefined || record.withdrawnAt !== undefined || record.writtenBy.personId !== actor.personId) return false;
  const { title, sections, files, links } = record;
  return record.publication === publication && JSON.stringify({ title, sections, files, links }) === JSON.stringify(written);
};

/** Writes a lesson, as a draft or for its readers at the window's next opening; of two teachers who write at once the second is told, and loses nothing. */
export const writeRecord = bind<NotebookServices>()(notebookOperations.writeRecord, {
  subject: ({ input, services }) => findPlace(input.path.recordId, services),
  may: mayWriteRecord,
  async run({ actor, subject: found, input: { body }, services, now }) {
    const { record, place } = found;
    const { publication: window, zone } = await services.directory.findSchoolSettings(place.schoolId);
    if (isYearClosed(place.date, now, zone)) return refuse('notebook.year-closed');

    const files = await joinFiles(body.fileIds, record?.files ?? [], actor.personId, services);
    if (isRefusal(files)) return files;
    const { title, sections, links, publication } = body;
    const written = { title, sections, files, links };
    // The same submit sent twice is one writing.
    if (isSame(record, { written, publication }, actor)) return viewRecord(found, actor, now);
    if (record?.visa !== undefined) return refuse('notebook.visaed');
    if ((record?.revision ?? 0) !== body.revision) return refuse('notebook.changed-meanwhile', { current: viewRecord(found, actor, now) });
    if (publication !== 'draft' && isBlank(written)) return refuse('notebook.nothing-to-publish');

    const publishedAt = publishedAtOf(publication, place, { now, window, zone });
    const changed = writtenRecord(found, actor, { written, publication, publishedAt }, now);
    if (record !== undefined) await services.store.keepPast(record);
    if (await services.store.putRecord(changed, record)) return viewRecord({ ...found, record: changed }, actor, now);

    const latest = await findPlace(found.recordId, services);
    return refuse('notebook.changed-meanwhile', latest === undefined ? {} : { current: viewRecord(latest, actor, now) });
  },
});
