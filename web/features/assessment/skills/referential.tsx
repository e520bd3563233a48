import type { Referential, Skill } from '@preau/shared/assessment/skills.ts';
import { SOCLE_NAMES, SocleCode } from '@preau/shared/assessment/socle.ts';
import { ActionForm, FormChecks, FormText } from '@/ui/action-form.tsx';
import { Status } from '@/ui/status.tsx';
import { addSkill, turnSkill } from './actions.ts';

const subjectsWords = ({ subjects }: Skill): string => (subjects.length === 0 ? 'Toutes les matières' : subjects.join(', '));

const Hidden = ({ referential }: { readonly referential: Referential }) => (
  <>
    <input type="hidden" name="schoolId" value={referential.schoolId} />
    <input type="hidden" name="version" value={referential.version} />
  </>
);

const Turn = ({ skill, referential }: { readonly skill: Skill; readonly referential: Referential }) => (
  <ActionForm id={`tour-${skill.skillId}`} action={turnSkill} faultTitle="Le référentiel n’est pas changé">
    <Hidden referential={referential} />
    <input type="hidden" name="skillId" value={skill.skillId} />
    <button type="submit" name="what" value={skill.retired ? 'restore' : 'retire'} className="btn btn-quiet self-start">
      {skill.retired ? 'Rétablir' : 'Retirer'}
      <span className="sr-only">{` : ${skill.label}`}</span>
    </button>
  </ActionForm>
);

/** The skills of the school, with the subjects that they are offered in and what they count for in the *socle*. */
export const SkillRows = ({ referential, mayChange }: { readonly referential: Referential; readonly mayChange: boolean }) => (
  <ul className="flex flex-col gap-3">
    {referential.skills.map((skill) => (
      <li key={skill.skillId} className="card flex flex-wrap items-center justify-between gap-3 p-4">
        <div className="min-w-0 flex-1">
          <h2 className="text-lg">{skill.label}</h2>
          <p className="text-soft">{subjectsWords(skill)}</p>
          <p className="text-soft">{skill.components.map((code) => SOCLE_NAMES[code]).join(' · ') || 'Ne compte pas dans le socle'}</p>
          {skill.retired ? (
            <Status tone="plain" icon="cross">
              Retirée
            </Status>
          ) : null}
        </div>
        {mayChange ? <Turn skill={skill} referential={referential} /> : null}
      </li>
    ))}
  </ul>
);

export const AddSkillForm = ({ referential }: { readonly referential: Referential }) => (
  <ActionForm id="ajout" action={addSkill} faultTitle="La compétence n’est pas ajoutée" className="card flex flex-col gap-5 p-5 sm:p-6">
    <Hidden referential={referential} />
    <FormText name="label" label="Compétence" hint="Ce que l’élève sait faire, par exemple « Débattre »." />
    <FormText name="subjects" label="Matières" hint="Séparées par des virgules ; vide : toutes les matières." />
    <FormChecks
      name="components"
      legend="Compte, dans le socle commun, pour"
      hint="Trois composantes au plus."
      chosen={[]}
      columns="sm:grid-cols-2"
      options={SocleCode.options.map((code) => ({ value: code, label: SOCLE_NAMES[code] }))}
    />
    <button type="submit" className="btn btn-primary self-start">
      Ajouter
    </button>
  </ActionForm>
);
