import type { CouncilPupilView } from '@preau/shared/assessment/council-api.ts';
import { MENTION_NAMES, OPINION_NAMES, OPINIONS_MAX, SYNTHESIS_MAX } from '@preau/shared/assessment/council.ts';
import { ActionForm, FormArea, FormHidden, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { LengthCounter } from '../length-counter.tsx';
import { decideForPupil } from './actions.ts';

const BLANK_ROWS = 2;

const options = (names: Readonly<Record<string, string>>, none: string) => [
  { value: '', label: none },
  ...Object.entries(names).map(([value, label]) => ({ value, label })),
];

/** The synthesis, the mention and the opinions of the council on one pupil. */
export const DecideForm = ({ view, tab }: { readonly view: CouncilPupilView; readonly tab: string }) => {
  const { decision, next } = view;
  const opinions = decision?.opinions ?? [];
  const rows = Math.min(opinions.length + BLANK_ROWS, OPINIONS_MAX);
  return (
    <ActionForm
      id="avis"
      action={decideForPupil}
      tab={tab}
      faultTitle="La synthèse n’est pas enregistrée"
      className="card flex flex-col gap-5 p-5 sm:p-6"
    >
      <input type="hidden" name="schoolId" value={view.schoolId} />
      <input type="hidden" name="classId" value={view.classId} />
      <input type="hidden" name="period" value={view.period} />
      <input type="hidden" name="pupilId" value={view.pupil.pupilId} />
      <FormHidden name="revision" value={String(decision?.revision ?? 0)} />
      <div>
        <FormArea
          name="synthesis"
          label="Synthèse du conseil"
          hint={`${SYNTHESIS_MAX} caractères au plus.`}
          rows={6}
          defaultValue={decision?.synthesis ?? ''}
        />
        <LengthCounter of="avis-synthesis" most={SYNTHESIS_MAX} />
      </div>
      <FormSelect
        name="mention"
        label="Mention"
        options={options(MENTION_NAMES, 'Aucune mention')}
        defaultValue={decision?.mention ?? ''}
        width="max-w-md"
      />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-semibold">Avis sur les vœux d’orientation</legend>
        <p className="text-soft">Laissez vide quand il n’y a pas de vœu. La famille garde la décision de ses vœux.</p>
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="flex flex-wrap gap-3">
            <FormText name={`wish-${row}`} label={`Vœu ${row + 1}`} defaultValue={opinions[row]?.wish ?? ''} width="min-w-56 flex-1" />
            <FormSelect
              name={`opinion-${row}`}
              label={`Avis sur le vœu ${row + 1}`}
              options={options(OPINION_NAMES, 'Choisir')}
              defaultValue={opinions[row]?.opinion ?? ''}
              width="w-56"
            />
          </div>
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-3">
        {next === undefined ? null : (
          <button type="submit" name="next" value={next.pupilId} className="btn btn-primary">
            Enregistrer et passer au suivant
          </button>
        )}
        <button type="submit" className={`btn ${next === undefined ? 'btn-primary' : 'btn-quiet'}`}>
          Enregistrer
        </button>
      </div>
    </ActionForm>
  );
};
