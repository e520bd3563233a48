import type { HomeLesson } from '@preau/shared/directory/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { hour, interval } from '@/lib/dates.ts';
import type { LessonRow } from '@/ui/lesson-list.tsx';

interface Said {
  readonly subject: string;
  readonly teachers: readonly string[];
  readonly room?: string | undefined;
}

/** "M. Renard · salle 204", without the parts that are not known. */
export const detailOf = (lesson: Said, room: string): string =>
  [...lesson.teachers, ...(lesson.room === undefined ? [] : [/^\d/u.test(lesson.room) ? `${room} ${lesson.room}` : lesson.room])].join(
    ' · ',
  );

export const lessonRows = (lessons: readonly HomeLesson[], room: string, language: Language): readonly LessonRow[] =>
  lessons.map((lesson) => ({
    key: lesson.lessonId,
    start: hour(lesson.start, language),
    end: hour(lesson.end, language),
    hours: interval(lesson.start, lesson.end, language),
    subject: lesson.subject,
    detail: detailOf(lesson, room),
  }));
