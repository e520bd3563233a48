import type { ReactNode } from 'react';

export interface LessonRow {
  readonly key: string;
  readonly start: string;
  readonly end: string;
  /** The hours as they are read aloud. */
  readonly hours: string;
  readonly subject: string;
  readonly detail: string;
  /** What was changed of it, under it. */
  readonly note?: ReactNode;
  readonly aside?: ReactNode;
}

/** A day's lessons in order, one line each, readable without any grid. */
export const LessonList = ({ lessons }: { readonly lessons: readonly LessonRow[] }) => (
  <ol className="flex flex-col divide-y divide-line">
    {lessons.map((lesson) => (
      <li key={lesson.key} className="flex flex-wrap items-start gap-x-4 py-3 first:pt-0 last:pb-0">
        <span className="w-18 flex-none tabular-nums">
          <span className="sr-only">{lesson.hours}</span>
          <span aria-hidden="true" className="flex flex-col leading-snug">
            <span className="font-semibold">{lesson.start}</span>
            <span className="text-[0.9375rem] text-soft">{lesson.end}</span>
          </span>
        </span>
        <span className="flex min-w-0 grow basis-enlarged flex-col leading-snug">
          <span className="font-semibold">{lesson.subject}</span>
          {lesson.detail === '' ? null : <span className="text-[0.9375rem] text-soft">{lesson.detail}</span>}
          {lesson.note}
        </span>
        {lesson.aside}
      </li>
    ))}
  </ol>
);
