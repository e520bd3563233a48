import { writeMark } from '@preau/shared/assessment/marks-text.ts';
import type { Given } from '@preau/shared/assessment/mark.ts';
import { Notice } from '@/ui/notice.tsx';
import type { GridColumn, GridRow } from './state.ts';
import type { OpenConflict } from './saver.ts';

interface ConflictsProps {
  readonly conflicts: readonly OpenConflict[];
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  readonly onSettle: (conflict: OpenConflict, mine: boolean) => void;
}

const written = (given: Given | undefined): string => writeMark(given) || 'vide';

/** Two people wrote in the same cell: both marks are shown, and one of them is chosen. */
export const Conflicts = ({ conflicts, rows, columns, onSettle }: ConflictsProps) => (
  <Notice tone="warning" live="alert">
    <p className="font-semibold">Un collègue a saisi d’autres notes entre-temps. Rien n’est écrasé : choisissez.</p>
    <ul className="mt-2 flex flex-col gap-3">
      {conflicts.map((conflict) => {
        const { evaluationId, pupilId, theirs, yours, by } = conflict;
        const name = rows.find((row) => row.pupilId === pupilId)?.name ?? 'Un élève';
        const title = columns.find((column) => column.evaluationId === evaluationId)?.title ?? '';
        return (
          <li key={`${evaluationId}${pupilId}`} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="min-w-56 flex-1">
              {`${name}, ${title} : ${by === '' ? 'un collègue' : by} a saisi ${written(theirs.given)}, vous aviez saisi ${written(yours.given)}.`}
            </span>
            <button type="button" className="btn btn-quiet" onClick={() => onSettle(conflict, false)}>
              {`Garder ${written(theirs.given)}`}
              <span className="sr-only">{` pour ${name}`}</span>
            </button>
            <button type="button" className="btn btn-quiet" onClick={() => onSettle(conflict, true)}>
              {`Mettre ${written(yours.given)}`}
              <span className="sr-only">{` pour ${name}`}</span>
            </button>
          </li>
        );
      })}
    </ul>
  </Notice>
);
