import type { ServiceRow, Weight } from '@preau/shared/assessment/marks-views.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { ActionForm, FormText } from '@/ui/action-form.tsx';
import { setCoefficients } from './settings-actions.ts';
import { coefficientField } from './field-names.ts';

interface CoefficientsFormProps {
  readonly schoolId: string;
  readonly classId: string;
  readonly services: readonly ServiceRow[];
  readonly version: number;
}

const saidBy = (weight: Weight | undefined): { readonly value: string; readonly hint?: string } => {
  if (weight === undefined) return { value: '1' };
  if (weight.kind === 'said') return { value: frenchDecimal(weight.coefficient) };
  return {
    value: frenchDecimal(weight.ofClass),
    hint: `La classe dit ${frenchDecimal(weight.ofClass)}, le service dit ${frenchDecimal(weight.ofService)} : mettez-vous d’accord avec l’enseignant.`,
  };
};

/** What each subject weighs in the general average of a class. */
export const CoefficientsForm = ({ schoolId, classId, services, version }: CoefficientsFormProps) => (
  <ActionForm
    id="coefficients"
    action={setCoefficients}
    faultTitle="Les coefficients ne sont pas enregistrés"
    opener="Changer les coefficients de la classe"
    className="flex flex-col gap-4"
  >
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="classId" value={classId} />
    <input type="hidden" name="version" value={version} />
    {services.map(({ service, weights }) => {
      const { value, hint } = saidBy(weights.find((one) => one.classId === classId)?.weight);
      return (
        <FormText
          key={service.serviceId}
          name={coefficientField(service.serviceId)}
          label={`${service.subject} (${service.to})`}
          defaultValue={value}
          width="max-w-md"
          autoComplete="off"
          {...(hint === undefined ? {} : { hint })}
        />
      );
    })}
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les coefficients
    </button>
  </ActionForm>
);
