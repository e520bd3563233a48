import type { ReactNode } from 'react';

export interface LessonRow {
  readonly key: string;
  readonly hours: string;
  readonly subject: string;
  readonly detail: string;
  readonly aside?: ReactNode;
}

/** A day's lessons in order, one line each, readable without any grid. */
export const LessonList = ({ lessons }: { readonly lessons: readonly LessonRow[] }) => (
  <ol className="flex flex-col divide-y divide-line">
    {lessons.map((lesson) => (
      <li key={lesson.key} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5 first:pt-0 last:pb-0">
        <span className="w-full text-[0.9375rem] text-soft tabular-nums xs:w-40">{lesson.hours}</span>
        <span className="flex min-w-0 flex-1 flex-col">
          <span className="font-semibold">{lesson.subject}</span>
          {lesson.detail === '' ? null : <span className="text-[0.9375rem] text-soft">{lesson.detail}</span>}
        </span>
        {lesson.aside}
      </li>
    ))}
  </ol>
);
