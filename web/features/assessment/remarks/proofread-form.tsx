import type { GridView, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { ActionForm, FormArea, FormCheck, FormHidden, FormText } from '@/ui/action-form.tsx';
import { Empty } from '@/ui/card.tsx';
import { Status } from '@/ui/status.tsx';
import { LengthCounter } from '../length-counter.tsx';
import { proofread } from './actions.ts';
import { rowsOf } from './fields.ts';
import { STATES } from './remark-words.ts';

const FORM = 'relecture';

const Row = ({ row }: { readonly row: RemarkRow }) => {
  const { remark } = row;
  if (remark === undefined) return null;
  const { tone, icon, words } = STATES[remark.state];
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{row.name}</h2>
        <Status tone={tone} icon={icon}>
          {words}
        </Status>
      </div>
      <p className="text-soft">
        {`Écrite par ${remark.byName}`}
        {remark.proofread === undefined ? '' : `, relue par ${remark.proofread.byName}`}
      </p>
      {row.closed ? (
        <p className="whitespace-pre-line">{remark.text}</p>
      ) : (
        <>
          <FormHidden name={`revision-${row.about}`} value={String(remark.revision)} />
          <div>
            <FormArea
              name={`text-${row.about}`}
              label={`Appréciation : ${row.name}`}
              hint={`Corrigez-la ici s’il le faut, en ${REMARK_MAX} caractères au plus.`}
              rows={4}
              defaultValue={remark.text}
            />
            <LengthCounter of={`${FORM}-text-${row.about}`} most={REMARK_MAX} />
          </div>
          <FormCheck name={`agree-${row.about}`} label={`Valider l’appréciation de ${row.name}`} checked={remark.state === 'written'} />
          <FormText
            name={`note-${row.about}`}
            label={`Ou la renvoyer à son auteur (${row.name})`}
            hint="Dites ce qui est à reprendre ; laissez vide pour ne pas la renvoyer."
          />
        </>
      )}
    </li>
  );
};

/** What is to be proofread, with who has still to write. */
export const ProofreadForm = ({ grid }: { readonly grid: GridView }) => {
  const rows = rowsOf(grid);
  const ready = rows.filter(({ remark }) => remark !== undefined && remark.state !== 'draft');
  const waiting = grid.pupils.filter(({ remark }) => remark === undefined || remark.state === 'draft');
  return (
    <>
      {waiting.length === 0 ? null : (
        <p>{`Encore à écrire par ${grid.teachers.join(', ')} : ${waiting.map(({ name }) => name).join(', ')}.`}</p>
      )}
      {ready.length === 0 ? (
        <Empty>Rien n’est à relire : aucune appréciation n’est terminée.</Empty>
      ) : (
        <ActionForm id={FORM} action={proofread} faultTitle="Tout n’est pas enregistré">
          <input type="hidden" name="serviceId" value={grid.serviceId} />
          <input type="hidden" name="period" value={grid.period} />
          <ul className="flex flex-col gap-4">
            {ready.map((row) => (
              <Row key={row.about} row={row} />
            ))}
          </ul>
          <div className="border-t-2 md:sticky md:bottom-0 border-line bg-paper py-4">
            <button type="submit" className="btn btn-primary">
              Enregistrer la relecture
            </button>
          </div>
        </ActionForm>
      )}
    </>
  );
};
