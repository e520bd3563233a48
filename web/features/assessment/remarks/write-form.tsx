import type { GridView, RemarkRow } from '@preau/shared/assessment/remarks-api.ts';
import { REMARK_MAX } from '@preau/shared/assessment/remarks.ts';
import { ActionForm, FormArea, FormHidden, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { Notice } from '@/ui/notice.tsx';
import { Status } from '@/ui/status.tsx';
import { LengthCounter } from '../length-counter.tsx';
import { saveRemarks } from './actions.ts';
import { printOf, shownIn } from './fields.ts';
import { averageWords, POSITION_WORDS, positionWords, STATES } from './remark-words.ts';
import { SaveButtons } from './save-buttons.tsx';

const FORM = 'appreciations';

const StateOf = ({ remark }: Pick<RemarkRow, 'remark'>) => {
  if (remark === undefined) return null;
  const { tone, icon, words } = STATES[remark.state];
  return (
    <Status tone={tone} icon={icon}>
      {words}
    </Status>
  );
};

const positions = [
  { value: '', label: 'Aucun : rien sur le bilan' },
  ...Object.entries(POSITION_WORDS).map(([value, label]) => ({ value, label })),
];

/** What only a pupil has: an average and a position of the teacher's own, beside the computed ones. */
const OfPupil = ({ row }: { readonly row: RemarkRow }) => {
  const shown = shownIn(row);
  return (
    <>
      <p className="text-soft">
        {averageWords(row)}
        <br />
        {positionWords(row.automatic)}
      </p>
      <div className="flex flex-wrap gap-4">
        <FormSelect
          name={`position-${row.about}`}
          label={`Positionnement retenu pour ${row.name}`}
          options={positions}
          defaultValue={shown.position}
          width="min-w-56 flex-1"
        />
        <FormText
          name={`average-${row.about}`}
          label={`Moyenne retenue pour ${row.name}`}
          hint="Vide : la moyenne calculée"
          defaultValue={shown.average}
          width="w-56"
        />
      </div>
    </>
  );
};

const Row = ({ row, isClass }: { readonly row: RemarkRow; readonly isClass: boolean }) => {
  const shown = shownIn(row);
  const { remark } = row;
  return (
    <li className="card flex flex-col gap-3 p-4 sm:p-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{isClass ? `Classe ${row.name}` : row.name}</h2>
        <StateOf remark={remark} />
      </div>
      {remark?.asked === undefined ? null : (
        <Notice tone="warning">{`${remark.asked.byName} demande de reprendre : ${remark.asked.note}`}</Notice>
      )}
      {row.closed ? (
        <>
          <p className="text-soft">Période close : cette appréciation ne change plus.</p>
          <p className="whitespace-pre-line">{shown.text === '' ? 'Aucune appréciation.' : shown.text}</p>
        </>
      ) : (
        <>
          <FormHidden name={`revision-${row.about}`} value={String(remark?.revision ?? 0)} />
          <FormHidden name={`was-${row.about}`} value={printOf(shown)} />
          {remark?.state === 'draft' && shown.text !== '' ? <FormHidden name={`draft-${row.about}`} value="oui" /> : null}
          {isClass ? null : <OfPupil row={row} />}
          <div>
            <FormArea
              name={`text-${row.about}`}
              label={`Appréciation : ${row.name}`}
              hint={`${REMARK_MAX} caractères au plus.`}
              rows={4}
              defaultValue={shown.text}
            />
            <LengthCounter of={`${FORM}-text-${row.about}`} most={REMARK_MAX} />
          </div>
        </>
      )}
    </li>
  );
};

/** The remarks of a service and period, one text for each pupil and one for the class. */
export const WriteForm = ({ grid }: { readonly grid: GridView }) => (
  <ActionForm id={FORM} action={saveRemarks} faultTitle="Tout n’est pas enregistré">
    <input type="hidden" name="serviceId" value={grid.serviceId} />
    <input type="hidden" name="period" value={grid.period} />
    <ul className="flex flex-col gap-4">
      {grid.classes.map((row) => (
        <Row key={row.about} row={row} isClass />
      ))}
      {grid.pupils.map((row) => (
        <Row key={row.about} row={row} isClass={false} />
      ))}
    </ul>
    <div className="flex flex-wrap md:sticky md:bottom-0 gap-3 border-t-2 border-line bg-paper py-4">
      <SaveButtons />
    </div>
  </ActionForm>
);
