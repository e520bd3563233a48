import type { SkillView } from '@preau/shared/assessment/skills-api.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { shortDate } from '@/lib/dates.ts';

const SIZE = { width: 320, height: 132, left: 26, right: 12, top: 12, bottom: 14 } as const;
const LEVELS = [1, 2, 3, 4] as const;

const xOf = (index: number, count: number): number => {
  const room = SIZE.width - SIZE.left - SIZE.right;
  return SIZE.left + (count === 1 ? room / 2 : (room * index) / (count - 1));
};

const yOf = (level: number): number => SIZE.height - SIZE.bottom - ((SIZE.height - SIZE.top - SIZE.bottom) * (level - 1)) / 3;

const sentenceOf = ({ label, steps }: SkillView): string => {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return `${label} : rien n’est encore évalué.`;
  return steps.length === 1
    ? `${label} : niveau ${first.level} le ${shortDate(first.date)}.`
    : `${label} : de ${first.level} le ${shortDate(first.date)} à ${last.level} le ${shortDate(last.date)}, en ${steps.length} évaluations.`;
};

/** How a skill has grown, evaluation after evaluation; the same is in words and in the table beside it. */
export const ProgressChart = ({ skill }: { readonly skill: SkillView }) => {
  const points = skill.steps.map(({ level }, index) => ({ x: xOf(index, skill.steps.length), y: yOf(level), level }));
  return (
    <svg role="img" aria-label={sentenceOf(skill)} viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} className="w-full max-w-md text-primary">
      {LEVELS.map((level) => (
        <g key={level}>
          <line x1={SIZE.left} x2={SIZE.width - SIZE.right} y1={yOf(level)} y2={yOf(level)} stroke="var(--color-line)" strokeWidth="1" />
          <text x="8" y={yOf(level) + 4} fontSize="12" fill="var(--color-soft)">
            {level}
          </text>
        </g>
      ))}
      <polyline points={points.map(({ x, y }) => `${x},${y}`).join(' ')} fill="none" stroke="currentColor" strokeWidth="2.5" />
      {points.map(({ x, y }) => (
        <circle key={x} cx={x} cy={y} r="5" fill="var(--color-surface)" stroke="currentColor" strokeWidth="2.5" />
      ))}
    </svg>
  );
};

/** The same as the picture, for whoever reads better in rows. */
export const ProgressTable = ({ skill }: { readonly skill: SkillView }) => (
  <table className="data wrap-anywhere">
    <caption className="sr-only">{`Évaluations : ${skill.label}`}</caption>
    <thead>
      <tr>
        <th scope="col">Date</th>
        <th scope="col">Évaluation</th>
        <th scope="col">Niveau</th>
      </tr>
    </thead>
    <tbody>
      {skill.steps.map(({ date, title, subject, level }, index) => (
        <tr key={`${date}-${subject}-${title}-${String(index)}`}>
          <td>{shortDate(date)}</td>
          <td>{`${title} (${subject})`}</td>
          <td>{`${level} – ${LEVEL_NAMES[level] ?? ''}`}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
