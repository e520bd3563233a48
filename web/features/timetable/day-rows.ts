import type { LessonView } from '@preau/shared/timetable/api.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { hour, interval } from '@/lib/dates.ts';
import type { LessonRow } from '@/ui/lesson-list.tsx';

const audienceOf = (lesson: LessonView): string =>
  (lesson.groups.length > 0 ? lesson.groups : lesson.classes).map((one) => one.name).join(', ');

const roomOf = (lesson: LessonView, word: string): readonly string[] => {
  if (lesson.room === undefined) return [];
  return [/^\d/u.test(lesson.room) ? `${word} ${lesson.room}` : lesson.room];
};

/** A day's lessons as rows: a pupil reads who teaches, a teacher reads whom. */
export const dayRows = (
  lessons: readonly LessonView[],
  reader: 'pupil' | 'teacher',
  room: string,
  language: Language,
): readonly LessonRow[] =>
  lessons.map((lesson) => ({
    key: lesson.lessonId,
    start: hour(lesson.start, language),
    end: hour(lesson.end, language),
    hours: interval(lesson.start, lesson.end, language),
    subject: reader === 'teacher' ? `${audienceOf(lesson)} · ${lesson.subject}` : lesson.subject,
    detail: [...(reader === 'teacher' ? [] : lesson.teachers), ...roomOf(lesson, room)].join(' · '),
  }));
