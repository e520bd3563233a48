import { moment } from '@/lib/dates.ts';
import { ActionForm, FormCheck, FormText } from '@/ui/action-form.tsx';
import { FormSaid } from '@/ui/form-outcome.tsx';
import { Notice } from '@/ui/notice.tsx';
import { giveWork } from './actions.ts';
import { DueFields, type Chosen } from './due-fields.tsx';
import { WorkFields } from './work-fields.tsx';
import { pupilField } from './written.ts';

export const COMPOSE_FORM = 'travail';

interface ComposeFormProps {
  readonly chosen: Chosen;
  readonly today: string;
  readonly requestId: string;
  readonly tab: string;
}

/** One page to give work: for when, what, how long; the class's load beside each day. */
export const ComposeForm = ({ chosen, today, requestId, tab }: ComposeFormProps) => (
  <ActionForm
    id={COMPOSE_FORM}
    action={giveWork}
    tab={tab}
    faultTitle="Le travail n’est pas encore donné"
    className="card flex flex-col gap-6 p-4 sm:p-6"
  >
    <input type="hidden" name="of" value={chosen.audience.groupId ?? chosen.audience.classId ?? ''} />
    <input type="hidden" name="requestId" value={requestId} />
    {chosen.waits ? <Notice tone="info">{`Donné maintenant, ce travail sera publié ${moment(chosen.publishedAt)}.`}</Notice> : null}
    <DueFields chosen={chosen} today={today} />
    <WorkFields />
    <details>
      <summary className="btn btn-quiet inline-flex">Seulement pour certains élèves</summary>
      <fieldset className="mt-4 grid gap-2 sm:grid-cols-2">
        <legend className="mb-2 text-soft">Les autres élèves n’en sauront rien. Sans choix, le travail est pour tous.</legend>
        {chosen.pupils.map((pupil) => (
          <FormCheck key={pupil.pupilId} name={pupilField(pupil.pupilId)} label={pupil.name} />
        ))}
      </fieldset>
    </details>
    <details>
      <summary className="btn btn-quiet inline-flex">Autres dates</summary>
      <div className="mt-4 flex flex-wrap gap-4">
        <FormText name="givenOn" type="date" label="Donné le" defaultValue={today} width="w-56" />
        <FormText name="publishOn" type="date" label="Publier plus tard, le" min={today} width="w-56" />
      </div>
    </details>
    <div className="flex flex-wrap gap-3">
      <button type="submit" name="as" value="publish" className="btn btn-primary">
        Donner ce travail
      </button>
      <button type="submit" name="as" value="draft" className="btn btn-quiet">
        Garder en brouillon
      </button>
      <button type="submit" name="as" value="foresee" className="btn btn-quiet">
        Prévoir sans enregistrer
      </button>
    </div>
    <FormSaid />
  </ActionForm>
);
