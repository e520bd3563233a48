import type { GivenRow } from '@preau/shared/homework/views.ts';
import { moment } from '@/lib/dates.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Status } from '@/ui/status.tsx';
import { WorkContent } from '../content.tsx';
import { homeworkTexts } from '../texts.ts';
import { KindBadge, WorkNews } from '../work-head.tsx';
import { STATUS_LOOK } from './words.ts';

const named = (count: number): string => (count > 1 ? `${count} élèves` : '1 élève');

export const audienceWords = ({ to, audience }: Pick<GivenRow, 'to' | 'audience'>): string =>
  audience.kind === 'pupils' ? `${to}, ${named(audience.pupilIds.length)}` : to;

/** One piece of work as its teacher, or whoever follows the class, finds it in a list. */
export const GivenCard = ({ row, today }: { readonly row: GivenRow; readonly today: string }) => {
  const { tone, icon, word } = STATUS_LOOK[row.status];
  const texts = homeworkTexts('fr');
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="text-lg">
          <Anchor href={`/devoirs/${row.homeworkId}`} className="text-ink">
            {`${audienceWords(row)} · ${row.subject}`}
          </Anchor>
        </h3>
        <span className="flex flex-wrap gap-2">
          <KindBadge kind={row.kind} minutes={row.minutes} texts={texts} />
          <Status tone={tone} icon={icon}>
            {word}
          </Status>
        </span>
      </div>
      {row.mine ? null : <p className="text-soft">{row.teachers.join(', ')}</p>}
      {row.status === 'waiting' && row.publishedAt !== undefined ? (
        <p className="font-semibold">{`Sera publié ${moment(row.publishedAt)}`}</p>
      ) : null}
      <WorkNews work={row} today={today} texts={texts} language="fr" />
      <WorkContent homeworkId={row.homeworkId} content={row.content} texts={texts} />
    </li>
  );
};
