import type { OutputOf } from '@preau/shared/kernel/operation.ts';
import type { handInOperations } from '@preau/shared/homework/hand-in-api.ts';
import { writeQuizText } from '@preau/shared/homework/quiz-text.ts';
import { writeRubricText } from '@preau/shared/homework/rubric-text.ts';
import { ActionForm, FormArea, FormChoices, FormText } from '@/ui/action-form.tsx';
import { planHandIns } from './actions.ts';

interface PlanFormProps {
  readonly homeworkId: string;
  readonly plan: OutputOf<typeof handInOperations.listHandIns>['plan'];
}

const LATE = [
  { value: 'oui', label: 'Acceptés', detail: 'Ils sont marqués en retard' },
  { value: 'non', label: 'Refusés', detail: 'La remise se ferme à l’heure dite' },
];

/** How work is handed in; a questionnaire and a rubric are typed as plain lines, on a phone too. */
export const PlanForm = ({ homeworkId, plan }: PlanFormProps) => (
  <ActionForm
    id="reglages"
    action={planHandIns}
    faultTitle="Les réglages ne sont pas enregistrés"
    tab="Régler la remise"
    className="card flex flex-col gap-6 p-4 sm:p-6"
  >
    <input type="hidden" name="homeworkId" value={homeworkId} />
    <input type="hidden" name="revision" value={plan.revision} />
    <FormText
      name="closesAt"
      type="time"
      label="Heure limite, le jour où le travail est attendu"
      defaultValue={plan.closesAt}
      width="max-w-xs"
    />
    <FormChoices name="late" legend="Travaux en retard" options={LATE} chosen={plan.lateAllowed ? 'oui' : 'non'} columns="sm:grid-cols-2" />
    <FormText
      name="groupOf"
      type="number"
      label="Élèves par groupe, au plus"
      hint="1 : chacun remet son propre travail."
      min={1}
      max={8}
      defaultValue={String(plan.groupOf)}
      width="max-w-xs"
    />
    <FormArea
      name="rubric"
      label="Barème (facultatif)"
      hint="Un critère par ligne. Exemple : Argumentation : À revoir 0 / Solide 4"
      rows={4}
      defaultValue={plan.rubric === undefined ? '' : writeRubricText(plan.rubric)}
    />
    <FormArea
      name="quiz"
      label="Questionnaire qui se corrige seul (facultatif)"
      hint="« ? » pose une question (2 points), « + » une bonne réponse, « - » une mauvaise, « = » le nombre ou le mot attendu."
      rows={10}
      defaultValue={plan.quiz === undefined ? '' : writeQuizText(plan.quiz)}
    />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les réglages
    </button>
  </ActionForm>
);
