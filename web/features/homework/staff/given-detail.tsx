import type { GivenRow } from '@preau/shared/homework/views.ts';
import { longDate, moment, relativeDate, today as todayInSchool } from '@/lib/dates.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { Anchor } from '@/ui/anchor.tsx';
import { Status } from '@/ui/status.tsx';
import { WorkContent } from '../content.tsx';
import { homeworkTexts } from '../texts.ts';
import { KindBadge, WorkNews } from '../work-head.tsx';
import { restoreWork, withdrawWork } from './actions.ts';
import { audienceWords } from './given-row.tsx';
import { STATUS_LOOK } from './words.ts';

interface GivenDetailProps {
  readonly row: GivenRow;
  readonly pupils: readonly { readonly pupilId: string; readonly name: string }[];
}

const seenWords = ({ status, publishedAt }: GivenRow): string | undefined => {
  if (publishedAt === undefined) return undefined;
  return status === 'waiting' ? `Sera publié ${moment(publishedAt)}` : `Publié ${moment(publishedAt)}`;
};

const Actions = ({ row }: Pick<GivenDetailProps, 'row'>) => {
  const isWithdrawn = row.status === 'withdrawn';
  return (
    <div className="flex flex-wrap items-start gap-3">
      {isWithdrawn ? null : (
        <Anchor href={`/devoirs/${row.homeworkId}/modifier`} className="btn btn-primary">
          {row.status === 'draft' ? 'Compléter et donner' : 'Modifier'}
        </Anchor>
      )}
      {row.kind === 'handIn' && row.status === 'published' ? (
        <Anchor href={`/devoirs/${row.homeworkId}/rendus`} className="btn btn-primary">
          Travaux remis
        </Anchor>
      ) : null}
      {row.kind === 'handIn' && row.status !== 'published' && !isWithdrawn ? (
        <Anchor href={`/devoirs/${row.homeworkId}/rendus/reglages`} className="btn btn-quiet">
          Régler la remise
        </Anchor>
      ) : null}
      <Anchor href={`/devoirs/${row.homeworkId}/copier`} className="btn btn-quiet">
        Copier pour une autre classe
      </Anchor>
      <ActionForm
        id="retrait"
        action={isWithdrawn ? restoreWork : withdrawWork}
        faultTitle={isWithdrawn ? 'Le travail n’est pas rétabli' : 'Le travail n’est pas retiré'}
        className="flex"
      >
        <input type="hidden" name="homeworkId" value={row.homeworkId} />
        <button type="submit" className={`btn ${isWithdrawn ? 'btn-primary' : 'btn-danger'}`}>
          {isWithdrawn ? 'Rétablir ce travail' : 'Retirer ce travail'}
        </button>
      </ActionForm>
    </div>
  );
};

/** One piece of work as its teacher, or whoever follows the class, reads it. */
export const GivenDetail = ({ row, pupils }: GivenDetailProps) => {
  const texts = homeworkTexts('fr');
  const today = todayInSchool();
  const { tone, icon, word } = STATUS_LOOK[row.status];
  const seen = seenWords(row);
  return (
    <>
      <div className="card flex flex-col gap-5 p-4 sm:p-6">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-lg font-bold">{`${audienceWords(row)} · pour ${relativeDate(row.dueOn, today)}`}</p>
          <span className="flex flex-wrap gap-2">
            <KindBadge kind={row.kind} minutes={row.minutes} texts={texts} />
            <Status tone={tone} icon={icon}>
              {word}
            </Status>
          </span>
        </div>
        <WorkNews work={row} today={today} texts={texts} language="fr" />
        <WorkContent homeworkId={row.homeworkId} content={row.content} texts={texts} />
        <p className="text-soft">
          {[`Donné le ${longDate(row.givenOn)}`, ...(seen === undefined ? [] : [seen]), row.teachers.join(', ')].join(' · ')}
        </p>
        {pupils.length === 0 ? null : <p>{`Seulement pour ${pupils.map((pupil) => pupil.name).join(', ')}.`}</p>}
      </div>
      {row.mine ? <Actions row={row} /> : null}
    </>
  );
};
