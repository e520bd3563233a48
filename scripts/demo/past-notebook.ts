import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { fromMarkdown } from '@preau/shared/kernel/markdown.ts';
import { addDays, instantOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { LessonRecord } from '@preau/shared/notebook/schema.ts';
import { isHeld } from '@preau/shared/timetable/changes.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { NotebookStore } from '../../functions/notebook/store.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import type { Population } from './model.ts';
import { lessonsFor } from './notebook-texts.ts';
import { random } from './random.ts';

interface World {
  readonly main: Population;
  readonly seed: number;
  readonly today: LocalDate;
  readonly store: Pick<NotebookStore, 'putRecord'>;
  readonly timetable: { readonly listLessonsOfSchool: (schoolId: SchoolId, date: LocalDate) => Promise<readonly Lesson[]> };
}

const DAYS_BACK = 10;
const WRITTEN = 0.8;
const AT_ONCE = 8;

/** What the lesson's teacher wrote when it ended, if he did; the same seed always gives the same. */
const recordOf = (lesson: Lesson, seed: number): LessonRecord | undefined => {
  const chance = random(seed, `record ${lesson.lessonId}`);
  const [teacher] = lesson.teachers;
  if (teacher === undefined || lesson.classes.length === 0 || !isHeld(lesson) || !chance.chance(WRITTEN)) return undefined;
  const { title, content, after } = chance.pick(lessonsFor(lesson.subject));
  const at = instantOf(lesson.date, lesson.end);
  return {
    recordId: lesson.lessonId,
    schoolId: lesson.schoolId,
    date: lesson.date,
    start: lesson.start,
    end: lesson.end,
    subject: lesson.subject,
    classes: lesson.classes.map(({ classId, name }) => ({ classId, name })),
    groups: lesson.groups.map(({ groupId, name }) => ({ groupId, name })),
    teachers: lesson.teachers.map(({ personId, name }) => ({ personId, name })),
    title,
    sections: { content: fromMarkdown(content), ...(after === undefined ? {} : { after: fromMarkdown(after) }) },
    files: [],
    links: [],
    publication: 'lesson',
    publishedAt: at,
    addenda: [],
    revision: 1,
    writtenBy: { personId: teacher.personId, name: teacher.name },
    writtenAt: at,
    version: 1,
  };
};

/** What teachers wrote of the lessons of the last days, in every class; writing twice is writing once. */
export const writePastNotebook = async ({ main, seed, today, store, timetable }: World): Promise<{ readonly records: number }> => {
  const dates = Array.from({ length: DAYS_BACK }, (_, day) => addDays(today, -1 - day));
  const waiting = dates.flatMap((date) => main.schools.map(({ uai }) => ({ schoolId: SchoolId.parse(derivedId('sch', uai)), date })));
  let records = 0;
  const worker = async (): Promise<void> => {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) {
      for (const lesson of await timetable.listLessonsOfSchool(day.schoolId, day.date)) {
        const record = recordOf(lesson, seed);
        if (record !== undefined && (await store.putRecord(record, undefined))) records += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { records };
};
