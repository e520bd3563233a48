import { catchUpOperations } from '@preau/shared/homework/catch-up-api.ts';
import { followsPupil } from '@preau/shared/homework/policy.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { spansOfDays } from './absences.ts';
import { packOf } from './catch-up.ts';
import { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';

/** How long an absence stays to be caught up. */
const DAYS_BACK = 21;

/** What a pupil back from an absence has missed. */
export const readCatchUp = bind<HomeworkServices>()(catchUpOperations.readCatchUp, {
  async subjectFor({ actor, input, services }) {
    return (await followedBy(actor, services)).find(({ pupilId }) => pupilId === input.path.pupilId);
  },
  may: (actor, pupil) => followsPupil(actor, pupil.pupilId),
  async run({ subject: pupil, input: { query }, services, now }) {
    const today = localDateOf(now);
    const recorded = await services.attendance.listDaysOf(pupil.pupilId, addDays(today, -DAYS_BACK), today);
    const absences = spansOfDays(recorded);
    const chosen = absences.find(({ from, until }) => query.date !== undefined && from <= query.date && query.date <= until) ?? absences[0];
    const pack = chosen === undefined ? undefined : await packOf(chosen, { pupil, recorded, today, now }, services);
    const { pupilId, firstName } = pupil;
    return { pupilId, firstName, today, absences: [...absences], ...(pack === undefined ? {} : { pack }) };
  },
});
