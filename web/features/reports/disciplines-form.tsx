import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { lsuOperations } from '@preau/shared/reports/lsu-api.ts';
import { ActionForm } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { setDisciplines } from './actions.ts';
import { ELECTIONS } from './words.ts';

type Checked = OutputOf<(typeof lsuOperations)['checkLsu']>;

const elections = Object.entries(ELECTIONS).map(([value, label]) => ({ value, label }));

interface DisciplinesFormProps extends Pick<Checked, 'disciplines' | 'subjects' | 'period'> {
  readonly schoolId: string;
  readonly tab: string;
}

/** Which national subject each label of the timetable is. */
export const DisciplinesForm = ({ disciplines, subjects, period, schoolId, tab }: DisciplinesFormProps) => (
  <ActionForm id="matieres" action={setDisciplines} faultTitle="Les codes ne sont pas enregistrés" tab={tab}>
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="period" value={period} />
    {disciplines.map(({ label, code, election }, rank) => (
      <fieldset key={label} className="card flex flex-wrap items-end gap-3 p-4">
        <legend className="font-semibold">{label}</legend>
        <input type="hidden" name={`label-${rank}`} value={label} />
        <FormSelect
          name={`code-${rank}`}
          label="Code national"
          defaultValue={code ?? ''}
          options={[
            { value: '', label: 'À choisir' },
            ...subjects.map((one) => ({ value: one.code, label: `${one.code} · ${one.label}` })),
          ]}
        />
        <FormSelect name={`election-${rank}`} label="Modalité" defaultValue={election} options={elections} />
      </fieldset>
    ))}
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les codes
    </button>
  </ActionForm>
);
