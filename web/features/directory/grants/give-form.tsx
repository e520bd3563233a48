import type { GrantKind } from '@preau/shared/directory/grant.ts';
import { today } from '@/lib/dates.ts';
import { ActionForm, FormArea, FormChecks, FormText } from '@/ui/action-form.tsx';
import type { Option } from '@/ui/field.tsx';
import { giveGrant } from './actions.ts';
import { GRANT_WORDS } from './words.ts';

interface GiveFormProps {
  readonly schoolId: string;
  readonly kind: GrantKind;
  /** The pupil or the teacher. */
  readonly personId: string;
  /** What a substitute may take over. */
  readonly audience: readonly Option[];
  readonly requestId: string;
  readonly tab: string;
}

/** The last step: to whom, from when until when, on what it rests. */
export const GiveForm = ({ schoolId, kind, personId, audience, requestId, tab }: GiveFormProps) => (
  <ActionForm id="acces" action={giveGrant} tab={tab} faultTitle="L’accès n’est pas donné" className="card flex flex-col gap-6 p-5 sm:p-6">
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="kind" value={kind} />
    <input type="hidden" name="personId" value={personId} />
    <input type="hidden" name="requestId" value={requestId} />
    <FormText
      name="mail"
      label="Adresse académique de la personne"
      hint="Celle par laquelle l’académie la connaît, par exemple prenom.nom@ac-nancy-metz.fr."
      autoComplete="off"
      width="max-w-md"
    />
    {kind === 'substitute' ? (
      <FormChecks
        name="audience"
        legend="Classes et groupes qu’elle prend"
        columns="grid-cols-2 sm:grid-cols-3"
        chosen={audience.map(({ value }) => value)}
        options={audience}
      />
    ) : null}
    <div className="flex flex-wrap gap-4">
      <FormText name="from" type="date" label="Premier jour" defaultValue={today()} width="w-56" />
      <FormText name="until" type="date" label="Dernier jour" width="w-56" />
    </div>
    <FormArea name="evidence" label="Pièce sur laquelle repose l’accès" hint={GRANT_WORDS[kind].evidence} maxLength={1000} rows={2} />
    <button type="submit" className="btn btn-primary self-start">
      Donner l’accès
    </button>
  </ActionForm>
);
