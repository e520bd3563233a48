import type { LevelsView, LevelView } from '@preau/shared/assessment/levels-api.ts';
import { LEVEL_NAMES } from '@preau/shared/assessment/level-names.ts';
import { moment } from '@/lib/dates.ts';
import { ActionForm, FormHidden } from '@/ui/action-form.tsx';
import { FormSelect } from '@/ui/form-select.tsx';
import { saveLevels } from './levels-actions.ts';

const OPTIONS = [
  { value: '0', label: 'Celui des évaluations' },
  ...LEVEL_NAMES.slice(1).map((name, index) => ({ value: String(index + 1), label: `${index + 1} – ${name}` })),
];

const computedWords = (level: LevelView | undefined): string => {
  if (level?.computed === undefined) return 'Rien n’est évalué.';
  const { position, sum, count } = level.computed;
  return `D’après les évaluations : ${position} (moyenne de ${count} niveau${count > 1 ? 'x' : ''}, total ${sum}).`;
};

const decidedWords = (level: LevelView | undefined): string =>
  level?.final === undefined
    ? ''
    : ` Retenu par ${level.final.byName}, ${moment(level.final.at)} ; élèves : ${moment(level.final.pupilFrom)}, parents : ${moment(level.final.guardianFrom)}.`;

interface LevelsProps {
  readonly view: LevelsView;
  readonly skillId: string;
}

/** One skill for every pupil: what evaluations give, and what the teacher decides beside. */
export const LevelsForm = ({ view, skillId, tab }: LevelsProps & { readonly tab: string }) => (
  <ActionForm id="niveaux" action={saveLevels} tab={tab} faultTitle="Tout n’est pas enregistré" className="card flex flex-col">
    <input type="hidden" name="serviceId" value={view.serviceId} />
    <input type="hidden" name="skillId" value={skillId} />
    <ul>
      {view.pupils
        .filter(({ closed }) => !closed)
        .map(({ pupilId, name, levels, revision }) => {
          const level = levels.find((one) => one.skillId === skillId);
          const shown = String(level?.final?.level ?? 0);
          return (
            <li key={pupilId} className="flex flex-wrap items-end gap-x-6 gap-y-2 border-t border-line p-4 first:border-t-0">
              <FormSelect name={`level-${pupilId}`} label={name} options={OPTIONS} defaultValue={shown} width="w-72" />
              <p className="min-w-48 flex-1 text-soft">{`${computedWords(level)}${decidedWords(level)}`}</p>
              <FormHidden name={`revision-${pupilId}`} value={String(revision)} />
              <FormHidden name={`was-${pupilId}`} value={shown} />
            </li>
          );
        })}
    </ul>
    <div className="border-t border-line p-4">
      <button type="submit" className="btn btn-primary">
        Enregistrer les niveaux
      </button>
    </div>
  </ActionForm>
);

/** The same for whoever reads it. */
export const LevelsList = ({ view, skillId }: LevelsProps) => (
  <ul className="card flex flex-col">
    {view.pupils.map(({ pupilId, name, levels }) => {
      const level = levels.find((one) => one.skillId === skillId);
      const decided = level?.final === undefined ? '' : `${level.final.level} – ${LEVEL_NAMES[level.final.level] ?? ''}. `;
      return (
        <li key={pupilId} className="flex flex-wrap gap-x-4 border-t border-line px-4 py-2 first:border-t-0">
          <span className="min-w-48 font-semibold">{name}</span>
          <span>{`${decided}${computedWords(level)}`}</span>
        </li>
      );
    })}
  </ul>
);
