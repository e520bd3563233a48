import { ActionForm, FormChoices, FormText } from '@/ui/action-form.tsx';
import { REASON_WORDS } from '../family/texts.ts';
import { declareAbsence } from './actions.ts';

interface DeclareFormProps {
  readonly pupilId: string;
  readonly classId: string;
  readonly date: string;
  readonly requestId: string;
  readonly tab: string;
}

/** An absence entered by the office: when, of which sort, and why when it is known. */
export const DeclareForm = ({ pupilId, classId, date, requestId, tab }: DeclareFormProps) => (
  <ActionForm
    id="saisie"
    action={declareAbsence}
    tab={tab}
    faultTitle="L’absence n’est pas saisie"
    className="card flex flex-col gap-6 p-4 sm:p-6"
  >
    <input type="hidden" name="pupilId" value={pupilId} />
    <input type="hidden" name="classId" value={classId} />
    <input type="hidden" name="requestId" value={requestId} />
    <div className="flex flex-wrap gap-4">
      <FormText name="date" type="date" label="Jour" defaultValue={date} required width="w-48" />
      <FormText name="from" type="time" label="De" defaultValue="08:00" required width="w-36" />
      <FormText name="until" type="time" label="À" defaultValue="18:00" required width="w-36" />
    </div>
    <FormChoices
      name="kind"
      legend="De quoi s’agit-il ?"
      chosen="absence"
      columns="sm:grid-cols-2"
      options={[
        {
          value: 'absence',
          label: 'Absence',
          detail: 'L’élève n’est pas dans l’établissement : sa famille le lit dans Préau, sans recevoir d’alerte',
        },
        { value: 'school', label: 'Sous notre responsabilité', detail: 'Infirmerie, sortie, stage : ni compté, ni signalé' },
      ]}
    />
    <FormChoices
      name="reason"
      legend="Motif, s’il est connu"
      chosen=""
      columns="sm:grid-cols-2"
      options={[{ value: '', label: 'Pas encore connu' }, ...Object.entries(REASON_WORDS.fr).map(([value, label]) => ({ value, label }))]}
    />
    <button type="submit" className="btn btn-primary self-start">
      Saisir l’absence
    </button>
  </ActionForm>
);
