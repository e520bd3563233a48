import type { DayView, JustificationView } from '@preau/shared/attendance/views.ts';
import { ActionForm, FormArea, FormChoices } from '@/ui/action-form.tsx';
import { decideJustification } from './actions.ts';
import { REFUSAL_TEMPLATES } from './words.ts';

interface DecisionFormProps {
  readonly day: DayView;
  readonly justification: JustificationView;
  readonly returnTo: string;
}

const Hidden = ({ day, justification, returnTo }: DecisionFormProps) => (
  <>
    <input type="hidden" name="absenceId" value={day.absenceId} />
    <input type="hidden" name="justificationId" value={justification.justificationId} />
    <input type="hidden" name="returnTo" value={returnTo} />
  </>
);

const named = (day: DayView) => <span className="sr-only">{` : ${day.firstName} ${day.lastName}`}</span>;

/** Accepting takes one tap; refusing asks for the sentence that the family will read. */
export const DecisionForm = (props: DecisionFormProps) => {
  const { day, justification } = props;
  const id = `decision-${justification.justificationId}`;
  if (justification.decision !== undefined) {
    return (
      <ActionForm id={id} action={decideJustification} faultTitle="La décision n’est pas enregistrée">
        <Hidden {...props} />
        <button type="submit" name="outcome" value="reopen" className="btn btn-quiet self-start">
          Rouvrir la décision
          {named(day)}
        </button>
      </ActionForm>
    );
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      <ActionForm id={`${id}-oui`} action={decideJustification} faultTitle="La décision n’est pas enregistrée" className="">
        <Hidden {...props} />
        <button type="submit" name="outcome" value="accept" className="btn btn-primary">
          Accepter
          {named(day)}
        </button>
      </ActionForm>
      <ActionForm
        id={id}
        action={decideJustification}
        faultTitle="Le refus n’est pas enregistré"
        opener={<>Refuser…{named(day)}</>}
        openerLook="btn-danger"
      >
        <Hidden {...props} />
        <FormChoices
          name="template"
          legend="Motif que la famille lira"
          options={REFUSAL_TEMPLATES.map((text) => ({ value: text, label: text }))}
        />
        <FormArea name="reason" label="Ou votre propre phrase" maxLength={500} />
        <button type="submit" name="outcome" value="refuse" className="btn btn-danger self-start">
          Refuser la justification
          {named(day)}
        </button>
      </ActionForm>
    </div>
  );
};
