import type { Language } from '@preau/shared/directory/schema.ts';
import type { CatchUpRow } from '@preau/shared/homework/views.ts';
import { longDate, relativeDate } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { WorkContent } from '../content.tsx';
import { DoneState } from '../family/done-form.tsx';
import { homeworkTexts } from '../texts.ts';
import { KindBadge } from '../work-head.tsx';
import type { CatchUpTexts } from './texts.ts';

interface WorksProps {
  readonly works: readonly CatchUpRow[];
  readonly today: string;
  readonly texts: CatchUpTexts;
  readonly language: Language;
}

const Deadline = ({ row, today, texts, language }: Omit<WorksProps, 'works'> & { readonly row: CatchUpRow }) => {
  const { deadline, dueOn } = row;
  if (deadline.is === 'kept') return <p>{`${texts.kept} ${relativeDate(dueOn, today, language)}`}</p>;
  if (deadline.is === 'decided') {
    return <p className="font-semibold">{`${texts.decided} ${relativeDate(dueOn, today, language)}`}</p>;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      {deadline.dueOn === undefined ? null : <p className="font-semibold">{`${texts.proposed} ${longDate(deadline.dueOn, language)}`}</p>}
      <Status tone="amber" icon="hourglass" wraps>
        {texts.toConfirm}
      </Status>
    </div>
  );
};

/** Work given or due while the pupil was away, with the date that it is now due for. */
export const WorkToCatchUp = ({ works, today, texts, language }: WorksProps) => {
  const words = homeworkTexts(language);
  if (works.length === 0) return <Empty>{texts.noWork}</Empty>;
  return (
    <ul className="flex flex-col gap-3">
      {works.map((row) => (
        <li key={row.homeworkId} className="card flex flex-col gap-3 p-4 sm:p-5">
          <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
            <h3 className="text-lg">
              <a href={`/devoirs/${row.homeworkId}`} className="text-ink">
                {row.subject}
              </a>
            </h3>
            <KindBadge kind={row.kind} minutes={row.minutes} texts={words} />
          </div>
          <Deadline row={row} today={today} texts={texts} language={language} />
          <WorkContent homeworkId={row.homeworkId} content={row.content} texts={words} />
          <p>
            <DoneState done={row.done} texts={words} />
          </p>
        </li>
      ))}
    </ul>
  );
};
