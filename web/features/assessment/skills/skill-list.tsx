import type { SkillView } from '@preau/shared/assessment/skills-api.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { moment } from '@/lib/dates.ts';
import { Empty } from '@/ui/card.tsx';
import { POSITION_WORDS } from '../remarks/remark-words.ts';
import { ProgressChart, ProgressTable } from './progress-chart.tsx';

/** « 3 – Objectifs atteints (moyenne de 4 niveaux, total 11) ». */
const computedWords = ({ position, sum, count }: NonNullable<SkillView['positioning']>): string =>
  `${POSITION_WORDS[position] ?? ''} (moyenne de ${count} niveau${count > 1 ? 'x' : ''}, total ${sum})`;

/** What teachers decided stands first; what evaluations give explains it. */
const Where = ({ skill: { finals, positioning } }: { readonly skill: SkillView }) => (
  <>
    {finals.map(({ subject, level, byName, at }) => (
      <p key={`${subject}-${byName}`} className="font-semibold">
        {`Niveau retenu en ${subject} : ${level} – ${LEVEL_NAMES[level] ?? ''}`}
        <span className="block font-normal text-soft">{`Par ${byName}, ${moment(at)}.`}</span>
      </p>
    ))}
    {positioning === undefined ? (
      <p className="text-soft">Aucune évaluation cette année.</p>
    ) : (
      <p className={finals.length === 0 ? 'font-semibold' : 'text-soft'}>
        {`${finals.length === 0 ? '' : 'D’après les évaluations : '}${computedWords(positioning)}`}
      </p>
    )}
  </>
);

/** Each skill of this year: where the pupil stands, how he got there. */
export const SkillList = ({ skills }: { readonly skills: readonly SkillView[] }) =>
  skills.length === 0 ? (
    <Empty>Aucune compétence n’est encore évaluée cette année.</Empty>
  ) : (
    <ul className="flex flex-col gap-4">
      {skills.map((skill) => (
        <li key={skill.skillId} className="card flex flex-col gap-3 p-4 sm:p-5">
          <h3 className="text-lg">{skill.label}</h3>
          <Where skill={skill} />
          {skill.steps.length === 0 ? null : (
            <>
              <ProgressChart skill={skill} />
              <details>
                <summary className="font-semibold text-primary">Les évaluations en tableau</summary>
                <ProgressTable skill={skill} />
              </details>
            </>
          )}
        </li>
      ))}
    </ul>
  );
