import { inspects, isHeadOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { DEFAULT_ZONE, type Instant } from '@preau/shared/kernel/school-time.ts';
import { writesIn } from '@preau/shared/notebook/policy.ts';
import { hasCome, isYearClosed, shownOf } from '@preau/shared/notebook/rules.ts';
import { ADDENDA_MAX, type LessonRecord, type Written } from '@preau/shared/notebook/schema.ts';
import type { RecordView } from '@preau/shared/notebook/views.ts';
import { whenAndForWhom, type FoundPlace } from './place.ts';

type Place = Pick<FoundPlace, 'recordId' | 'place' | 'record'>;

const NOTHING: Written = { title: '', sections: {}, files: [], links: [] };

const isAuthor = (actor: Actor, { place }: Place): boolean =>
  writesIn(actor, place) || place.teachers.some((teacher) => teacher.personId === actor.personId);

const overseesPlace = (actor: Actor, { place: { schoolId, teachers } }: Place): boolean =>
  isHeadOf(actor, schoolId) || teachers.some(({ personId }) => inspects(actor, { schoolId, teacherId: personId }));

const backstageOf = (record: LessonRecord | undefined): NonNullable<RecordView['backstage']> => {
  if (record === undefined) return { publication: 'draft', revision: 0 };
  const { publication, visa, revision, writtenBy, writtenAt, shown } = record;
  return {
    publication,
    revision,
    writtenBy,
    writtenAt,
    ...(visa === undefined ? {} : { visa }),
    ...(shown === undefined ? {} : { earlierSince: shown.publishedAt }),
  };
};

const writtenOf = (found: Place, author: boolean, now: Instant) => {
  const { record } = found;
  if (record === undefined || record.withdrawnAt !== undefined) return NOTHING;
  if (!author) return shownOf(record, now) ?? NOTHING;
  const { title, sections, files, links, publishedAt } = record;
  return { title, sections, files, links, ...(publishedAt === undefined ? {} : { publishedAt }) };
};

/** A record as this person may read it: its teachers see the latest writing, everybody else what is published. */
export const viewRecord = (found: Place, actor: Actor, now: Instant): RecordView => {
  const { recordId, place, record } = found;
  const author = isAuthor(actor, found);
  const visaed = record?.visa !== undefined;
  const closed = isYearClosed(place.date, now, DEFAULT_ZONE);
  const writes = writesIn(actor, place) && !closed;
  const addenda = (record?.addenda ?? []).filter(({ publishedAt }) => author || hasCome(publishedAt, now));
  return {
    recordId,
    ...whenAndForWhom(place),
    teachers: place.teachers.map(({ name }) => name),
    ...writtenOf(found, author, now),
    ...(record?.flag === undefined ? {} : { flag: record.flag }),
    addenda: addenda.map(({ by, ...addendum }) => ({ ...addendum, byName: by.name })),
    ...(author || overseesPlace(actor, found) ? { backstage: backstageOf(record) } : {}),
    may: {
      write: writes && !visaed,
      complete: writes && visaed && addenda.length < ADDENDA_MAX,
      visa: isHeadOf(actor, place.schoolId) && !visaed && record?.withdrawnAt === undefined && hasCome(record?.publishedAt, now),
    },
  };
};
