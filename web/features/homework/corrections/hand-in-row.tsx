import type { HandInRow } from '@preau/shared/homework/hand-in-views.ts';
import { moment } from '@/lib/dates.ts';
import { ofName } from '@/lib/french.ts';
import { Anchor } from '@/ui/anchor.tsx';
import { Status } from '@/ui/status.tsx';
import { HandInFiles } from '../hand-in/hand-in-files.tsx';
import { pointsWords } from '../hand-in/texts.ts';
import { fileWords } from './words.ts';

interface HandInRowProps {
  readonly homeworkId: string;
  readonly row: HandInRow;
  readonly leader: string | undefined;
  /** The points of the questionnaire, if there is one. */
  readonly outOf: number | undefined;
}

const state = ({ handedInAt, late, correctedAt }: HandInRow) => {
  if (handedInAt === undefined) return { tone: 'brick', icon: 'cross', word: 'Pas remis' } as const;
  if (correctedAt !== undefined) return { tone: 'leaf', icon: 'check', word: 'Corrigé' } as const;
  return late
    ? ({ tone: 'amber', icon: 'clock', word: 'Remis en retard' } as const)
    : ({ tone: 'sky', icon: 'check', word: 'Remis' } as const);
};

/** One pupil of the list: a state in words, when it came, and the way to correct it. */
export const HandInListRow = ({ homeworkId, row, leader, outOf }: HandInRowProps) => {
  const { tone, icon, word } = state(row);
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0 sm:flex-row sm:items-center sm:gap-4">
      <p className="font-semibold sm:w-56">{row.name}</p>
      <div className="flex flex-1 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Status tone={tone} icon={icon}>
            {word}
          </Status>
          {row.handedInAt === undefined ? null : <span className="text-soft">{moment(row.handedInAt)}</span>}
          {row.late && row.correctedAt !== undefined ? <span className="text-amber">en retard</span> : null}
          {leader === undefined ? null : <span className="text-soft">{`avec ${leader}`}</span>}
          {row.score === undefined || outOf === undefined ? null : (
            <span className="font-semibold">{`Questionnaire : ${pointsWords(row.score)} sur ${pointsWords(outOf)}`}</span>
          )}
        </p>
        <HandInFiles homeworkId={homeworkId} pupilId={row.pupilId} files={row.files} texts={fileWords} />
      </div>
      {row.handedInAt === undefined || leader !== undefined ? null : (
        <Anchor href={`/devoirs/${homeworkId}/rendus/${row.pupilId}`} className="btn btn-quiet self-start sm:self-center">
          {row.correctedAt === undefined ? 'Corriger' : 'Revoir'}
          <span className="sr-only">{` le travail ${ofName(row.name)}`}</span>
        </Anchor>
      )}
    </li>
  );
};
