import type { LessonView } from '@preau/shared/timetable/schema.ts';
import type { Language } from '@preau/shared/directory/schema.ts';
import { hour, interval } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import type { LessonRow } from '@/ui/lesson-list.tsx';
import { ChangeNote } from './change-note.tsx';

export const audienceOf = (lesson: Pick<LessonView, 'groups' | 'classes'>): string =>
  (lesson.groups.length > 0 ? lesson.groups : lesson.classes).map((one) => one.name).join(', ');

const roomOf = (lesson: LessonView, word: string): readonly string[] => {
  if (lesson.room === undefined) return [];
  return [/^\d/u.test(lesson.room) ? `${word} ${lesson.room}` : lesson.room];
};

interface Shown {
  readonly lesson: LessonView;
  /** At the place that a lesson has left: where it went. */
  readonly movedTo?: LessonView;
}

/** What is to be seen on a day: its lessons, and at the place of those that have left it, where they went. */
const shownOn = ({ lessons, movedAway }: DayShown): readonly Shown[] =>
  [
    ...lessons.map((lesson) => ({ lesson })),
    ...movedAway.map((movedTo) => ({ lesson: { ...movedTo, ...movedTo.change?.previous }, movedTo })),
  ].toSorted((a, b) => a.lesson.start.localeCompare(b.lesson.start));

const NotebookLink = ({ lesson }: { readonly lesson: LessonView }) => (
  <Anchor href={`/cahier/${lesson.lessonId}`} className="btn btn-quiet">
    Cahier
    <span className="sr-only">{` : ${audienceOf(lesson)}, ${lesson.subject}, ${interval(lesson.start, lesson.end)}`}</span>
  </Anchor>
);

export interface DayShown {
  readonly lessons: readonly LessonView[];
  readonly movedAway: readonly LessonView[];
}

/** A day's lessons as rows: a pupil reads who teaches, a teacher reads whom. */
export const dayRows = (day: DayShown, reader: 'pupil' | 'teacher', room: string, language: Language): readonly LessonRow[] =>
  shownOn(day).map(({ lesson, movedTo }) => ({
    key: movedTo === undefined ? lesson.lessonId : `${lesson.lessonId}-left`,
    start: hour(lesson.start, language),
    end: hour(lesson.end, language),
    hours: interval(lesson.start, lesson.end, language),
    subject: reader === 'teacher' ? `${audienceOf(lesson)} · ${lesson.subject}` : lesson.subject,
    detail: [...(reader === 'teacher' ? [] : lesson.teachers), ...roomOf(lesson, room)].join(' · '),
    note: <ChangeNote lesson={{ ...lesson, movedTo }} language={language} />,
    ...(reader === 'teacher' && movedTo === undefined ? { aside: <NotebookLink lesson={lesson} /> } : {}),
  }));
