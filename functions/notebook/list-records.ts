import { inspects, isHeadOf, substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { addDays, localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { notebookOperations } from '@preau/shared/notebook/api.ts';
import { mayListRecords, writesIn, type NotebookSubject } from '@preau/shared/notebook/policy.ts';
import { concerns, inOrderOfDays, shownOf } from '@preau/shared/notebook/rules.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import type { UnwrittenLesson } from '@preau/shared/notebook/views.ts';
import { isHeld, viewLesson } from '@preau/shared/timetable/changes.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { bind } from '../runtime/bind.ts';
import { findClassNotebook, findPupilsNotebook, findTeachersNotebook } from './find-notebook.ts';
import type { NotebookServices } from './services.ts';
import { viewRecord } from './view-record.ts';

interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const datesOf = ({ from, until }: Days): readonly LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date);
  return dates;
};

interface Gathered {
  readonly records: readonly LessonRecord[];
  /** Lessons of those days, for whoever looks for what is missing. */
  readonly lessons: readonly Lesson[];
}

const eachDay = async (days: Days, list: (date: LocalDate) => Promise<readonly Lesson[]>): Promise<readonly Lesson[]> =>
  (await Promise.all(datesOf(days).map(list))).flat();

type PupilsNotebook = Extract<NotebookSubject, { kind: 'pupil' }>;

/** A pupil's own class and groups of today, of this school year only. */
const gatherForPupil = async (pupil: PupilsNotebook, days: Days, now: Instant, { store }: NotebookServices): Promise<Gathered> => {
  if (pupil.classId === undefined) return { records: [], lessons: [] };
  const year = schoolYearOf(localDateOf(now));
  const records = await store.listOfClass(pupil.classId, days.from, days.until);
  return {
    records: records.filter(
      (record) => concerns(record, pupil) && schoolYearOf(record.date) === year && shownOf(record, now) !== undefined,
    ),
    lessons: [],
  };
};

const gatherOwn = async (actor: Actor, days: Days, now: Instant, services: NotebookServices): Promise<Gathered | undefined> => {
  if (actor.self !== undefined) return gatherForPupil({ kind: 'pupil', ...actor.self }, days, now, services);
  if (actor.kind !== 'staff') return undefined;
  const teacherIds = [...new Set([actor.personId, ...substitutionsOf(actor).map((grant) => grant.forTeacherId)])];
  const [lists, lessons] = await Promise.all([
    Promise.all(teacherIds.map((teacherId) => services.store.listOfTeacher(teacherId, days.from, days.until))),
    eachDay(days, async (date) => (await services.timetable.readDayTaughtBy(actor, date)).lessons),
  ]);
  const own = lists.flatMap((list, index) => (index === 0 ? list : list.filter((record) => writesIn(actor, record))));
  return { records: [...new Map(own.map((record) => [record.recordId, record])).values()], lessons };
};

const gather = async (
  subject: NotebookSubject,
  actor: Actor,
  days: Days,
  now: Instant,
  services: NotebookServices,
): Promise<Gathered | undefined> => {
  const { store, timetable } = services;
  if (subject.kind === 'own') return gatherOwn(actor, days, now, services);
  if (subject.kind === 'pupil') return gatherForPupil(subject, days, now, services);
  if (subject.kind === 'class') {
    const { classId, schoolId } = subject;
    const records = await store.listOfClass(classId, days.from, days.until);
    const lessons = isHeadOf(actor, schoolId) ? await eachDay(days, (date) => timetable.listLessonsOfClass(classId, date)) : [];
    return { records: records.filter((record) => record.schoolId === schoolId && isSeenByStaff(record, actor, now)), lessons };
  }
  const { teacherId } = subject;
  const follows = ({ schoolId }: { readonly schoolId: LessonRecord['schoolId'] }): boolean =>
    isHeadOf(actor, schoolId) || inspects(actor, { schoolId, teacherId });
  const [records, lessons] = await Promise.all([
    store.listOfTeacher(teacherId, days.from, days.until),
    eachDay(days, (date) => timetable.listLessonsOfTeacher(teacherId, date)),
  ]);
  return {
    records: records.filter((record) => follows(record) && isSeenByStaff(record, actor, now)),
    lessons: lessons.filter(({ schoolId }) => isHeadOf(actor, schoolId)),
  };
};

const isSeenByStaff = (record: LessonRecord, actor: Actor, now: Instant): boolean =>
  writesIn(actor, record) || shownOf(record, now) !== undefined;

const viewUnwritten = (lesson: Lesson): UnwrittenLesson => {
  const { room: _room, change: _change, ...view } = viewLesson(lesson);
  return { ...view, cancelled: !isHeld(lesson) };
};

/** A notebook between two dates: one's own, a child's, a class's or a teacher's. */
export const listRecords = bind<NotebookServices>()(notebookOperations.listRecords, {
  async subjectFor({ actor, input: { query }, services }): Promise<NotebookSubject | undefined> {
    if (query.pupilId !== undefined) return findPupilsNotebook(actor, query.pupilId, services);
    if (query.classId !== undefined) return findClassNotebook(actor, query.classId, services);
    if (query.teacherId !== undefined) return findTeachersNotebook(query.teacherId, services);
    return { kind: 'own' };
  },
  may: mayListRecords,
  async run({ actor, subject, input: { query }, services, now }) {
    const found = await gather(subject, actor, query, now, services);
    if (found === undefined) return refuse('notebook.no-own-notebook');
    const written = new Set<string>(found.records.map(({ recordId }) => recordId));
    return {
      records: inOrderOfDays(found.records).map((record) => viewRecord({ recordId: record.recordId, place: record, record }, actor, now)),
      unwritten: inOrderOfDays(found.lessons.filter(({ lessonId }) => !written.has(lessonId)).map(viewUnwritten)),
    };
  },
});
