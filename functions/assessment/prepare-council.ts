import { mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { isOpenToChange, type FrozenAbsences } from '@preau/shared/assessment/council.ts';
import type { Period } from '@preau/shared/assessment/periods.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { councilBase } from './council-base.ts';
import { findCouncilPeriod, findCouncilSubject, listPupils } from './council-subject.ts';
import type { AssessmentServices } from './services.ts';

/** The absences of each pupil from the first day of the period to its last, or to today while it lasts. */
export const freezeAbsences = async (
  pupils: readonly RosterPupil[],
  { from, until }: Period,
  now: Instant,
  { attendance }: Pick<AssessmentServices, 'attendance'>,
): Promise<FrozenAbsences> => {
  const today = localDateOf(now);
  const last = today < until ? today : until;
  const counted = await Promise.all(
    pupils.map(async ({ pupilId }) => [pupilId, await attendance.countAbsences(pupilId, from, last)] as const),
  );
  return { at: now, from, until: last, pupils: Object.fromEntries(counted) };
};

/** Takes the half-days and lates of the class as they stand: what the council reads and what report cards will say. */
export const prepareCouncil = bind<AssessmentServices>()(councilOperations.prepareCouncil, {
  subjectFor: async ({ actor, input: { path }, services }) => (mayRunCouncil(actor, path) ? findCouncilSubject(path, services) : undefined),
  may: mayRunCouncil,
  async run({ actor, subject, input, services, now }) {
    const found = await findCouncilPeriod(subject, input.path.period, services);
    if (found === undefined) return refuse('assessment.period-unknown');
    if (!isOpenToChange(subject.council)) return refuse('assessment.council-held');
    if ((subject.council?.version ?? 0) !== input.body.version) return refuse('assessment.changed-meanwhile');
    const pupils = await listPupils(subject.classId, services);
    if (pupils.length === 0) return refuse('assessment.class-without-pupils');
    const next = {
      ...councilBase(subject, input.path.period, actor, now),
      absences: await freezeAbsences(pupils, found.period, now, services),
    };
    if (!(await services.councils.putCouncil(next))) return refuse('assessment.changed-meanwhile');
    return { version: next.version, pupils: pupils.length, at: now };
  },
});
