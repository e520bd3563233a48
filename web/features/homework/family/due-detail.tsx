import type { Language } from '@preau/shared/directory/schema.ts';
import type { DueRow } from '@preau/shared/homework/views.ts';
import { capital, longDate, relativeDate, today as todayInSchool } from '@/lib/dates.ts';
import { WorkContent } from '../content.tsx';
import type { HomeworkTexts } from '../texts.ts';
import { KindBadge, WorkNews } from '../work-head.tsx';
import { DoneForm, DoneState } from './done-form.tsx';

interface DueDetailProps {
  readonly row: DueRow;
  readonly pupils: readonly { readonly pupilId: string; readonly firstName: string; readonly done: boolean }[];
  readonly mayMarkDone: boolean;
  readonly texts: HomeworkTexts;
  readonly language: Language;
}

/** One piece of work as a pupil and those who help him read it. */
export const DueDetail = ({ row, pupils, mayMarkDone, texts, language }: DueDetailProps) => {
  const today = todayInSchool();
  return (
    <div className="card flex flex-col gap-5 p-4 sm:p-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-lg font-bold">{`${texts.dueFor} ${relativeDate(row.dueOn, today, language)}`}</p>
        <KindBadge kind={row.kind} minutes={row.minutes} texts={texts} />
      </div>
      <WorkNews work={row} today={today} texts={texts} language={language} />
      <WorkContent homeworkId={row.homeworkId} content={row.content} texts={texts} />
      <p className="text-soft">{`${capital(texts.given)} ${longDate(row.givenOn, language)} · ${row.teachers.join(', ')}`}</p>
      {mayMarkDone ? (
        <DoneForm homeworkId={row.homeworkId} what={row.subject} done={row.done} returnTo={`/devoirs/${row.homeworkId}`} texts={texts} />
      ) : (
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {pupils.map((pupil) => (
            <li key={pupil.pupilId} className="flex items-center gap-2">
              {pupil.firstName}
              <DoneState done={pupil.done} texts={texts} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
