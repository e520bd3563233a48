import type { LessonView } from '@preau/shared/timetable/api.ts';
import { changeViewOf } from '@preau/shared/timetable/changes.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';

/** A lesson as everybody may read it. */
export const viewLesson = ({ slotId: _slot, teachers, change, ...lesson }: Lesson): LessonView => ({
  ...lesson,
  teachers: teachers.map((teacher) => teacher.name),
  ...changeViewOf({ change }),
});
