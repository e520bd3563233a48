import type { EvaluationTerms, ServiceSettings } from '@preau/shared/assessment/schema.ts';
import type { Skill } from '@preau/shared/assessment/skills.ts';
import { frenchDecimal } from '@preau/shared/assessment/rounding.ts';
import { FormCheck, FormChecks, FormChoices, FormText } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';

interface TermsFieldsProps {
  readonly terms: Omit<EvaluationTerms, 'title' | 'skillIds'> & { readonly title?: string };
  readonly subSubjects: ServiceSettings['subSubjects'];
  /** Those that the subject is offered, and those that the evaluation has already. */
  readonly skills: readonly Pick<Skill, 'skillId' | 'label'>[];
  readonly chosenSkills?: readonly string[];
}

const COUNTING = [
  { value: 'compulsory', label: 'Compte normalement' },
  { value: 'optional', label: 'Facultative', detail: 'Compte seulement si elle améliore la moyenne.' },
  { value: 'bonus', label: 'Bonus', detail: 'Seuls ses points au-dessus de la moitié s’ajoutent.' },
] as const;

/** What an evaluation is. */
export const TermsFields = ({ terms, subSubjects, skills, chosenSkills = [] }: TermsFieldsProps) => (
  <>
    <FormText name="title" label="Titre" defaultValue={terms.title ?? ''} autoComplete="off" />
    <div className="flex flex-wrap gap-4">
      <FormText name="date" type="date" label="Date" defaultValue={terms.date} width="w-56" />
      <FormText name="scale" label="Noté sur" defaultValue={frenchDecimal(terms.scale)} width="w-32" autoComplete="off" />
      <FormText name="coefficient" label="Coefficient" defaultValue={frenchDecimal(terms.coefficient)} width="w-32" autoComplete="off" />
    </div>
    <FormChoices name="counting" legend="Dans la moyenne" chosen={terms.counting} columns="sm:grid-cols-3" options={COUNTING} />
    {subSubjects.length === 0 ? null : (
      <FormSelect
        name="subSubjectId"
        label="Sous-matière"
        defaultValue={terms.subSubjectId ?? ''}
        width="max-w-xs"
        options={[{ value: '', label: 'Aucune' }, ...subSubjects.map(({ subSubjectId, name }) => ({ value: subSubjectId, label: name }))]}
      />
    )}
    {skills.length === 0 ? null : (
      <FormChecks
        name="skills"
        legend="Compétences évaluées"
        hint="Douze au plus. Vous donnerez un niveau à chaque élève, en plus de la note ou à sa place."
        chosen={chosenSkills}
        columns="sm:grid-cols-2"
        options={skills.map(({ skillId, label }) => ({ value: skillId, label }))}
      />
    )}
    <div className="flex flex-col gap-2">
      <FormCheck
        name="rescaled"
        label="Ramener sur 20 : le coefficient seul dit ce qu’elle pèse, quel que soit le barème"
        checked={terms.rescaled}
      />
      <FormCheck
        name="mock"
        label="Épreuve blanche : elle compte comme les autres (coefficient 0 pour qu’elle ne compte pas) et sert aux simulations d’examen"
        checked={terms.mock}
      />
    </div>
  </>
);
