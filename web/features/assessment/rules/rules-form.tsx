import type { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import { RoundingMode, ROUNDING_WORDS } from '@preau/shared/assessment/rounding.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { capital } from '@/lib/dates.ts';
import { ActionForm, FormChoices, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { saveRules } from './actions.ts';
import { HOUR_FIELDS } from './fields.ts';

interface RulesFormProps {
  readonly schoolId: SchoolId;
  readonly version: number;
  readonly settings: MarksSettings;
  readonly tab: string;
}

const shownIf = (isShown: boolean): string => (isShown ? 'shown' : 'hidden');

/** The head's form: when marks appear, how averages are rounded, what of the class families read. */
export const RulesForm = ({ schoolId, version, settings, tab }: RulesFormProps) => (
  <ActionForm
    id="regles-notes"
    action={saveRules}
    tab={tab}
    faultTitle="Les règles ne sont pas enregistrées"
    className="card flex flex-col gap-7 p-5 sm:p-6"
  >
    <input type="hidden" name="schoolId" value={schoolId} />
    <input type="hidden" name="version" value={version} />
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">Heures où les notes apparaissent</legend>
      <p className="text-soft">
        Une note publiée paraît à la prochaine de ces heures. Toutes vides : dès qu’elle est publiée, dans la fenêtre de publication.
      </p>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {HOUR_FIELDS.map((field, index) => (
          <FormText key={field} name={field} type="time" label={`Heure ${index + 1}`} defaultValue={settings.hours[index] ?? ''} />
        ))}
      </div>
    </fieldset>
    <FormText
      name="guardianDelayHours"
      type="number"
      min={0}
      max={168}
      label="Délai pour les parents, en heures"
      hint="Les élèves voient leurs notes d’abord. 0 : en même temps."
      defaultValue={String(settings.guardianDelayHours)}
      width="max-w-md"
    />
    <FormSelect
      name="rounding"
      label="Arrondi des moyennes"
      hint="Les familles lisent cette règle sous leurs moyennes."
      defaultValue={settings.rounding}
      options={RoundingMode.options.map((value) => ({ value, label: capital(ROUNDING_WORDS[value]) }))}
    />
    <FormChoices
      name="generalFrom"
      legend="La moyenne générale part"
      chosen={settings.generalFrom}
      options={[
        { value: 'exact', label: 'Des moyennes exactes', detail: 'Seule la moyenne générale est arrondie.' },
        { value: 'displayed', label: 'Des moyennes affichées', detail: 'Chaque matière est arrondie d’abord.' },
      ]}
    />
    <FormChoices
      name="classFigures"
      legend="Moyenne, plus basse et plus haute de la classe"
      chosen={shownIf(settings.classFigures)}
      options={[
        { value: 'shown', label: 'Montrées aux familles', detail: 'Jamais à moins de cinq élèves.' },
        { value: 'hidden', label: 'Cachées' },
      ]}
    />
    <FormChoices
      name="rank"
      legend="Rang de l’élève"
      chosen={shownIf(settings.rank)}
      options={[
        { value: 'hidden', label: 'Caché' },
        { value: 'shown', label: 'Montré à l’élève et à ses responsables', detail: 'Jamais à moins de cinq élèves.' },
      ]}
    />
    <button type="submit" className="btn btn-primary self-start">
      Enregistrer les règles
    </button>
  </ActionForm>
);
