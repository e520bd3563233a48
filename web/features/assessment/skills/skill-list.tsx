import type { SkillView } from '@preau/shared/assessment/skills-api.ts';
import { Empty } from '@/ui/card.tsx';
import { POSITION_WORDS } from '../remarks/remark-words.ts';
import { ProgressChart, ProgressTable } from './progress-chart.tsx';

/** « 3 – Objectifs atteints (moyenne de 4 niveaux, total 11) ». */
const positionOf = ({ position, sum, count }: SkillView['positioning']): string =>
  `${POSITION_WORDS[position] ?? ''} (moyenne de ${count} niveau${count > 1 ? 'x' : ''}, total ${sum})`;

/** Each skill that was evaluated this year: where the pupil stands, how he got there. */
export const SkillList = ({ skills }: { readonly skills: readonly SkillView[] }) =>
  skills.length === 0 ? (
    <Empty>Aucune compétence n’est encore évaluée cette année.</Empty>
  ) : (
    <ul className="flex flex-col gap-4">
      {skills.map((skill) => (
        <li key={skill.skillId} className="card flex flex-col gap-3 p-4 sm:p-5">
          <h3 className="text-lg">{skill.label}</h3>
          <p className="font-semibold">{positionOf(skill.positioning)}</p>
          <ProgressChart skill={skill} />
          <details>
            <summary className="font-semibold text-primary">Les évaluations en tableau</summary>
            <ProgressTable skill={skill} />
          </details>
        </li>
      ))}
    </ul>
  );
