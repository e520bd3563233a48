import { accompaniedBy } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { LessonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import type { NotebookPlace, ReadSubject } from '@preau/shared/notebook/policy.ts';
import { shownOf, teachersOf } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord, RecordKey } from '@preau/shared/notebook/schema.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { NotebookServices } from './services.ts';

/** A lesson of the timetable, what is written of it, or both. */
export interface FoundPlace {
  readonly recordId: RecordKey;
  readonly lesson: Lesson | undefined;
  readonly record: LessonRecord | undefined;
  readonly place: Omit<NotebookPlace, 'teachers'> & Pick<LessonRecord, 'subject' | 'start' | 'end' | 'teachers'>;
}

const placeOf = (lesson: Lesson | undefined, record: LessonRecord | undefined): FoundPlace['place'] | undefined => {
  if (lesson !== undefined) {
    const { schoolId, date, start, end, subject, classes, groups } = lesson;
    // The timetable of today says who gives it; for whom it was written stays as it was written.
    const audience = record ?? { classes, groups };
    return {
      schoolId,
      date,
      start,
      end,
      subject: record?.subject ?? subject,
      classes: audience.classes,
      groups: audience.groups,
      teachers: teachersOf(lesson, record?.teachers),
    };
  }
  return record;
};

/** When a place is, in which subject and for whom, as its record and its views say it. */
export const whenAndForWhom = ({ schoolId, date, start, end, subject, classes, groups }: FoundPlace['place']) => ({
  schoolId,
  date,
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
  subject,
  classes: [...classes],
  groups: [...groups],
});

/** What a record's id names, from the timetable and from the notebook; undefined when neither knows it. */
export const findPlace = async (
  recordId: RecordKey,
  { store, timetable }: Pick<NotebookServices, 'store' | 'timetable'>,
): Promise<FoundPlace | undefined> => {
  const lessonId = LessonId.safeParse(recordId);
  const [record, lesson] = await Promise.all([
    store.findRecord(recordId),
    lessonId.success ? timetable.findLesson(lessonId.data) : undefined,
  ]);
  const place = placeOf(lesson, record);
  return place === undefined ? undefined : { recordId, lesson, record, place };
};

/** The same where something is written. */
export const findWritten = async (recordId: RecordKey, services: Pick<NotebookServices, 'store' | 'timetable'>) => {
  const found = await findPlace(recordId, services);
  return found?.record === undefined ? undefined : { ...found, record: found.record };
};

/** The pupils whom the actor accompanies, with their class and groups of today. */
const findAccompanied = async (actor: Actor, { directory }: Pick<NotebookServices, 'directory'>) => {
  const pupils = await Promise.all(accompaniedBy(actor).map((pupilId) => directory.findPupil(pupilId)));
  return pupils.filter((pupil) => pupil !== undefined);
};

/** A place as the policy of readers judges it. */
export const findToRead = async (
  recordId: RecordKey,
  actor: Actor,
  now: Instant,
  services: NotebookServices,
): Promise<(FoundPlace & ReadSubject) | undefined> => {
  const [found, accompanied] = await Promise.all([findPlace(recordId, services), findAccompanied(actor, services)]);
  if (found === undefined) return undefined;
  const shown = found.record !== undefined && shownOf(found.record, now) !== undefined;
  return { ...found, shown, today: localDateOf(now), accompanied };
};
