import { randomUUID } from 'node:crypto';
import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { nextSchoolDay } from '@preau/shared/kernel/school-calendar.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { timetableOperations } from '@preau/shared/timetable/api.ts';
import type { LessonView } from '@preau/shared/timetable/schema.ts';
import type { WantedChange } from '@preau/shared/timetable/schema.ts';
import type { ApiClient } from '../start/api-client.ts';
import { schoolIdOf } from '../../functions/directory/ids.ts';
import { MAIN_SCHOOLS } from './schools.ts';

const [college] = MAIN_SCHOOLS;

/** Léa's class, whose day her mother and her teachers read. */
const LEAS = '4B';
const OTHER = '5A';

const daysOf =
  (api: ApiClient, schoolId: SchoolId) =>
  async (className: string, date: LocalDate): Promise<readonly LessonView[]> => {
    const { classes } = await api.call(directoryOperations.listClasses, { path: { schoolId } });
    const found = classes.find((one) => one.name === className);
    if (found === undefined) return [];
    const { lessons } = await api.call(timetableOperations.readDay, { path: { date }, query: { classId: found.classId } });
    return lessons.filter((lesson) => lesson.groups.length === 0);
  };

/** What is changed of the n-th lesson of a day, when the day has one and nobody changed it before. */
const changeNth = async (api: ApiClient, lessons: readonly LessonView[], nth: number, change: WantedChange): Promise<void> => {
  const lesson = lessons.at(nth);
  if (lesson === undefined || lesson.change !== undefined) return;
  await api.call(timetableOperations.changeLesson, { path: { lessonId: lesson.lessonId }, body: { change, requestId: randomUUID() } });
};

/** Some lessons cancelled, moved, replaced or given in another room: today, and on the two school days that follow. */
export const enterLessonChanges = async (api: ApiClient, today: LocalDate): Promise<void> => {
  const schoolId = schoolIdOf(college.uai);
  const listDay = daysOf(api, schoolId);
  const tomorrow = nextSchoolDay(today, college.uai);
  const after = nextSchoolDay(tomorrow, college.uai);
  const [leasToday, othersToday, leasTomorrow, { colleagues }] = await Promise.all([
    listDay(LEAS, today),
    listDay(OTHER, today),
    listDay(LEAS, tomorrow),
    api.call(timetableOperations.listColleagues, { path: { schoolId } }),
  ]);
  const substitute = colleagues.find((one) => !leasTomorrow.some((lesson) => lesson.teachers.includes(`${one.firstName} ${one.lastName}`)));
  await changeNth(api, leasToday, -1, { kind: 'room', room: 'CDI', reason: 'roomUnavailable' });
  await changeNth(api, othersToday, -1, { kind: 'cancelled', reason: 'meeting', note: 'Permanence en salle 12' });
  await changeNth(api, leasTomorrow, 0, { kind: 'cancelled', reason: 'teacherAway' });
  await changeNth(api, leasTomorrow, 1, { kind: 'moved', date: after, start: '17:40', end: '18:35', reason: 'exam' });
  if (substitute !== undefined) {
    await changeNth(api, leasTomorrow, 2, { kind: 'replaced', teacherId: substitute.personId, reason: 'training' });
  }
};
