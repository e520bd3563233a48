import type { Clash } from '@preau/shared/timetable/api.ts';
import { clashesOfAudience, clashesOfTeacher } from '@preau/shared/timetable/clashes.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { TimetableServices } from './services.ts';

const view = (kind: Clash['kind'], name: string, { start, end, subject }: Lesson): Clash => ({ kind, name, start, end, subject });

/** What else the people of a moved or replaced lesson have at its hours: the office is warned, and decides. */
export const findClashes = async (lesson: Lesson, { timetable }: Pick<TimetableServices, 'timetable'>): Promise<Clash[]> => {
  const kind = lesson.change?.kind;
  if (kind === undefined || kind === 'cancelled' || kind === 'room') return [];
  const classes = kind === 'moved' ? lesson.classes : [];
  const [ofTeachers, ofClasses] = await Promise.all([
    Promise.all(
      lesson.teachers.map(async ({ personId, name }) => {
        const day = await timetable.listLessonsOfTeacher(personId, lesson.date);
        return clashesOfTeacher(lesson, personId, day).map((other) => view('teacher', name, other));
      }),
    ),
    Promise.all(
      classes.map(async ({ classId, name }) => {
        const day = await timetable.listLessonsOfClass(classId, lesson.date);
        return clashesOfAudience(lesson, day).map((other) => view('audience', name, other));
      }),
    ),
  ]);
  return [...ofTeachers, ...ofClasses].flat();
};
