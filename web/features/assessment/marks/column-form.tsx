import type { GridEvaluation, GridPupil } from '@preau/shared/assessment/marks-views.ts';
import { writeMark } from '@preau/shared/assessment/marks-text.ts';
import { ActionForm, FormHidden } from '@/ui/action-form.tsx';
import { saveColumn } from './column-actions.ts';
import { ColumnRow, type EvaluatedSkill } from './column-row.tsx';
import { noteOf } from './pupil-note.ts';

interface ColumnFormProps {
  readonly evaluation: GridEvaluation;
  readonly pupils: readonly GridPupil[];
  readonly manyClasses: boolean;
  /** Those of the evaluation, each with a level for each pupil. */
  readonly skills: readonly EvaluatedSkill[];
}

/** All the marks of one evaluation in one plain form, with a word for each pupil: only what was changed is recorded. */
export const ColumnForm = ({ evaluation, pupils, manyClasses, skills }: ColumnFormProps) => {
  const { evaluationId, version, cells } = evaluation;
  const open = pupils.filter(({ closed }) => !closed);
  return (
    <ActionForm id="saisie" action={saveColumn} faultTitle="Les notes ne sont pas toutes enregistrées" className="card flex flex-col">
      <input type="hidden" name="evaluationId" value={evaluationId} />
      <input type="hidden" name="pupils" value={open.map(({ pupilId }) => pupilId).join(' ')} />
      <FormHidden name="version" value={String(version)} />
      <FormHidden name="requestId" value={crypto.randomUUID()} />
      <p className="px-4 pt-4 text-soft">
        Une note, avec une virgule ou un point, ou un code : Abs (absent), Disp (dispensé), N.Not (non noté), Inap (inapte), N.Rdu (non
        rendu), Abs0 et N.Rdu0 (comptés zéro).
      </p>
      <ul className="mt-3">
        {open.map((pupil) => {
          const cell = cells.find(({ pupilId }) => pupilId === pupil.pupilId);
          return (
            <ColumnRow
              key={pupil.pupilId}
              pupilId={pupil.pupilId}
              name={pupil.name}
              note={noteOf(pupil, manyClasses)}
              mark={writeMark(cell?.given)}
              comment={cell?.comment ?? ''}
              skills={skills}
              levels={cell?.levels ?? {}}
            />
          );
        })}
      </ul>
      <div className="border-t border-line p-4">
        <button type="submit" className="btn btn-primary">
          Enregistrer les notes
        </button>
      </div>
    </ActionForm>
  );
};
