import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { countedLevels } from '@preau/shared/assessment/final-levels.ts';
import { mayReadResults } from '@preau/shared/assessment/policy.ts';
import { skillsOperations } from '@preau/shared/assessment/skills-api.ts';
import { progressOf, socleOf } from '@preau/shared/assessment/skills.ts';
import type { Cycle } from '@preau/shared/assessment/socle.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { yearAt } from './periods-of.ts';
import { finalsSeenBy, levelsSeenBy } from './seen-levels.ts';
import type { AssessmentServices } from './services.ts';
import { viewSocle } from './socle-view.ts';

const CYCLES: readonly Cycle[] = [3, 4];

/** What a pupil has learned to do: how each skill has grown this year, as its reader may see it, and the *socle*. */
export const readPupilSkills = bind<AssessmentServices>()(skillsOperations.readPupilSkills, {
  subject: ({ input, services }) => services.directory.findPupil(input.path.pupilId),
  may: mayReadResults,
  async run({ actor, subject: pupil, services, now }) {
    const { pupilId, schoolId, classId } = pupil;
    const year = yearAt(now);
    const [{ skills }, levels, decided, socle] = await Promise.all([
      services.skills.findReferential(schoolId),
      levelsSeenBy(actor, pupilId, year, services, now),
      finalsSeenBy(actor, pupilId, year, services, now),
      services.skills.listSocle(pupilId),
    ]);
    const labels = new Map(skills.map(({ skillId, label }) => [skillId, label]));
    const suggested = socleOf(countedLevels(levels, decided), skills);
    const progress = progressOf(levels);
    const known = new Set(progress.map(({ skillId }) => skillId));
    const finals = Map.groupBy(decided, ({ skillId }) => skillId);
    const onlyDecided = [...finals.keys()].filter((skillId) => !known.has(skillId)).map((skillId) => ({ skillId, steps: [] }));
    const { firstName, lastName, schoolName, className } = pupil;
    return {
      today: localDateOf(now),
      pupil: { pupilId, firstName, lastName, schoolName, ...(className === undefined ? {} : { className }) },
      year,
      skills: [...progress, ...onlyDecided].map((one) => ({
        skillId: one.skillId,
        label: labels.get(one.skillId) ?? 'Compétence retirée du référentiel',
        steps: one.steps.map(({ date, level, title, subject }) => ({ date, level, title, subject })),
        ...('positioning' in one ? { positioning: one.positioning } : {}),
        finals: (finals.get(one.skillId) ?? []).map(({ subject, level, byName, at }) => ({ subject, level, byName, at })),
      })),
      socle: CYCLES.map((cycle) =>
        viewSocle(
          cycle,
          socle.find((one) => one.cycle === cycle),
          suggested,
        ),
      ),
      mayDecide: classId !== undefined && mayRunCouncil(actor, { schoolId, classId }),
    };
  },
});
