import type { HomeLesson } from '@preau/shared/directory/views.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { hour, interval } from '@/lib/dates.ts';
import { ChangeNote } from '@/features/timetable/change-note.tsx';
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

export const lessonRows = (lessons: readonly HomeLesson[], date: string, room: string, language: Language): readonly LessonRow[] =>
  lessons.map((lesson) => ({
    key: lesson.movedTo === undefined ? lesson.lessonId : `${lesson.lessonId}-left`,
    start: hour(lesson.start, language),
    end: hour(lesson.end, language),
    hours: interval(lesson.start, lesson.end, language),
    subject: lesson.subject,
    detail: detailOf(lesson, room),
    note: <ChangeNote lesson={{ ...lesson, date }} language={language} />,
  }));
