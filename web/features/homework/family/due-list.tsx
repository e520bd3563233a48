import type { Language } from '@preau/shared/directory/schema.ts';
import type { DueOfPupil, DueRow } from '@preau/shared/homework/views.ts';
import { capital, relativeDate } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { WorkContent } from '../content.tsx';
import type { HomeworkTexts } from '../texts.ts';
import { KindBadge, WorkNews } from '../work-head.tsx';
import { DoneForm, DoneState } from './done-form.tsx';

interface DueListProps {
  readonly pupil: DueOfPupil;
  readonly today: string;
  /** Where the pupil himself comes back to once he has marked something; absent for whoever only reads. */
  readonly returnTo: string | undefined;
  readonly heading: 'h2' | 'h3';
  readonly texts: HomeworkTexts;
  readonly language: Language;
}

const byDay = (rows: readonly DueRow[]): readonly (readonly [string, readonly DueRow[]])[] =>
  [...new Set(rows.map((row) => row.dueOn))].map((date) => [date, rows.filter((row) => row.dueOn === date)] as const);

/** One pupil's work, by the day that it is due. */
export const DueList = ({ pupil, today, returnTo, heading: Heading, texts, language }: DueListProps) => {
  const Subject = Heading === 'h2' ? 'h3' : 'h4';
  if (pupil.rows.length === 0) return <Empty>{texts.none}</Empty>;
  return (
    <ol className="flex flex-col gap-6">
      {byDay(pupil.rows).map(([date, rows]) => (
        <li key={date} className="flex flex-col gap-3">
          <Heading className="text-xl">{capital(relativeDate(date, today, language))}</Heading>
          <ul className="flex flex-col gap-3">
            {rows.map((row) => (
              <li key={row.homeworkId} id={row.homeworkId} className="card flex flex-col gap-3 p-4 sm:p-5">
                <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                  <Subject className="text-lg">
                    <a href={`/devoirs/${row.homeworkId}`} className="text-ink">
                      {row.subject}
                    </a>
                  </Subject>
                  <KindBadge kind={row.kind} minutes={row.minutes} texts={texts} />
                </div>
                <WorkNews work={row} today={today} texts={texts} language={language} />
                <WorkContent homeworkId={row.homeworkId} content={row.content} texts={texts} />
                {returnTo === undefined ? (
                  <p>
                    <DoneState done={row.done} texts={texts} />
                  </p>
                ) : (
                  <DoneForm homeworkId={row.homeworkId} what={row.subject} done={row.done} returnTo={returnTo} texts={texts} />
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
};
