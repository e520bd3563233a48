import type { ServiceRow } from '@preau/shared/assessment/marks-views.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { ActionForm, FormArea, FormCheck, FormText } from '@/ui/action-form.tsx';
import { coefficientField } from './field-names.ts';
import { changeService } from './settings-actions.ts';
import { writeKnown, writeSubSubjects } from './sub-subjects.ts';

interface ServiceFormProps {
  readonly row: ServiceRow;
  readonly tab: string;
  /** Those of the school who may share the service. */
  readonly colleagues: readonly { readonly personId: string; readonly name: string }[];
}

/** How a service is settled by its teachers. */
export const ServiceForm = ({ row: { service }, tab, colleagues }: ServiceFormProps) => {
  const { settings, serviceId, classes, groupId, version } = service;
  const shared = new Set<string>(settings.coTeachers.map(({ personId }) => personId));
  return (
    <ActionForm
      id="service"
      action={changeService}
      tab={tab}
      faultTitle="Les réglages ne sont pas enregistrés"
      className="card flex flex-col gap-5 p-4 sm:p-6"
    >
      <input type="hidden" name="serviceId" value={serviceId} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="known" value={writeKnown(settings.subSubjects)} />
      <div className="flex flex-wrap gap-4">
        <FormText
          name="coefficient"
          label="Coefficient dans la moyenne générale"
          hint="Laissez vide pour suivre ce que la classe a décidé."
          defaultValue={settings.coefficient === undefined ? '' : frenchDecimal(settings.coefficient)}
          width="max-w-md"
          autoComplete="off"
        />
        <FormText name="scale" label="Noté sur, par défaut" defaultValue={frenchDecimal(settings.scale)} width="w-48" autoComplete="off" />
      </div>
      {groupId === undefined ? null : (
        <fieldset className="flex flex-wrap gap-4">
          <legend className="mb-2 font-semibold">Coefficient pour les élèves d’une classe, s’il est différent</legend>
          {classes.map(({ classId, name }) => (
            <FormText
              key={classId}
              name={coefficientField(classId)}
              label={name}
              defaultValue={frenchDecimal(settings.coefficientByClass[classId] ?? '')}
              width="w-28"
              autoComplete="off"
            />
          ))}
        </fieldset>
      )}
      <FormArea
        name="subSubjects"
        label="Sous-matières"
        hint="Une par ligne, avec son coefficient : « Oral : 2 ». Laissez vide s’il n’y en a pas."
        rows={4}
        defaultValue={writeSubSubjects(settings.subSubjects)}
      />
      {colleagues.length === 0 ? null : (
        <details>
          <summary className="btn btn-quiet inline-flex">Partager ce service avec un collègue</summary>
          <fieldset className="mt-4 grid gap-2 sm:grid-cols-2">
            <legend className="mb-2 text-soft">Il saisit et publie comme vous.</legend>
            {colleagues.map(({ personId, name }) => (
              <FormCheck key={personId} name={`avec-${personId}`} label={name} checked={shared.has(personId)} />
            ))}
          </fieldset>
        </details>
      )}
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer les réglages
      </button>
    </ActionForm>
  );
};
