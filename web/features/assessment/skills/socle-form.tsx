import type { SocleView } from '@preau/shared/assessment/skills-api.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { DIGITAL_NAMES, DigitalCode, SOCLE_NAMES, SOCLE_SYNTHESIS_MAX } from '@preau/shared/assessment/socle.ts';
import { ActionForm, FormArea } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { LengthCounter } from '../length-counter.tsx';
import { decideSocle } from './actions.ts';
import { cycleWords, DIGITAL_LEVELS } from './words.ts';

const LEVELS = [
  { value: '', label: 'À décider' },
  ...LEVEL_NAMES.slice(1).map((name, index) => ({ value: String(index + 1), label: `${index + 1} – ${name}` })),
  { value: '0', label: 'Dispensé' },
];
const DIGITAL = [{ value: '', label: 'Non évalué' }, ...Object.entries(DIGITAL_LEVELS).map(([value, label]) => ({ value, label }))];

const hintOf = ({ suggested }: SocleView['components'][number]) =>
  suggested === undefined
    ? {}
    : { hint: `D’après les évaluations : ${suggested.position} (total ${suggested.sum}, ${suggested.count} niveaux)` };

/** The team's decision at the end of a cycle. */
export const SocleForm = ({ pupilId, socle }: { readonly pupilId: string; readonly socle: SocleView }) => {
  const id = `socle${socle.cycle}`;
  return (
    <ActionForm
      id={id}
      action={decideSocle}
      faultTitle="Le socle n’est pas enregistré"
      opener={`Décider : ${cycleWords(socle.cycle).toLowerCase()}`}
    >
      <input type="hidden" name="pupilId" value={pupilId} />
      <input type="hidden" name="cycle" value={socle.cycle} />
      <input type="hidden" name="revision" value={socle.revision} />
      {socle.components.map((component) => (
        <FormSelect
          key={component.code}
          name={`socle-${component.code}`}
          label={SOCLE_NAMES[component.code]}
          {...hintOf(component)}
          options={LEVELS}
          defaultValue={component.decided === undefined ? '' : String(component.decided)}
        />
      ))}
      <div>
        <FormArea
          name="synthesis"
          label="Synthèse de fin de cycle"
          hint={`${SOCLE_SYNTHESIS_MAX} caractères au plus.`}
          rows={6}
          defaultValue={socle.synthesis}
        />
        <LengthCounter of={`${id}-synthesis`} most={SOCLE_SYNTHESIS_MAX} />
      </div>
      <details>
        <summary className="font-semibold text-primary">Compétences numériques</summary>
        <div className="mt-3 flex flex-col gap-4">
          {DigitalCode.options.map((code) => (
            <FormSelect
              key={code}
              name={`numerique-${code}`}
              label={DIGITAL_NAMES[code]}
              options={DIGITAL}
              defaultValue={String(socle.digital[code] ?? '')}
            />
          ))}
        </div>
      </details>
      <button type="submit" className="btn btn-primary self-start">
        Enregistrer
      </button>
    </ActionForm>
  );
};
