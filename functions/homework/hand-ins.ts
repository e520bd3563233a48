import type { SchoolSettings } from '@preau/shared/directory/schema.ts';
import { concerns } from '@preau/shared/homework/audience.ts';
import { deadlineOf, usualPlan } from '@preau/shared/homework/hand-in-rules.ts';
import type { HandIn } from '@preau/shared/homework/hand-in-schema.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import { listRosterOf } from './audiences.ts';
import type { StoredPlan } from './hand-in-entities.ts';
import type { HomeworkServices } from './services.ts';

/** A piece of work with the rules of its hand-in. */
export interface WorkToHandIn {
  readonly work: Homework;
  readonly plan: StoredPlan;
  readonly settings: SchoolSettings;
  readonly deadline: Instant;
}

/** The plan that was read, or the usual one, with the instant that it leads to. */
export const withPlan = (work: Homework, stored: StoredPlan | undefined, settings: SchoolSettings, ownDate?: LocalDate): WorkToHandIn => {
  const plan = stored ?? usualPlan(work.homeworkId);
  const dueOn = ownDate !== undefined && ownDate > work.dueOn ? ownDate : work.dueOn;
  return { work, plan, settings, deadline: deadlineOf(dueOn, plan, settings.zone) };
};

/** A piece of work as a hand-in needs it, at the date of that pupil when one is named; undefined when it does not exist. */
export const findWorkToHandIn = async (
  homeworkId: HomeworkId,
  services: HomeworkServices,
  pupilId?: PersonId,
): Promise<WorkToHandIn | undefined> => {
  const [work, stored, own] = await Promise.all([
    services.store.find(homeworkId),
    services.handIns.findPlan(homeworkId),
    pupilId === undefined ? undefined : services.store.findDeadline(pupilId, homeworkId),
  ]);
  return work === undefined ? undefined : withPlan(work, stored, await services.directory.findSchoolSettings(work.schoolId), own?.dueOn);
};

/** The hand-in that is a pupil's: his own, or that of whoever handed in for his group. */
export const findHandInOf = async (
  homeworkId: HomeworkId,
  pupilId: PersonId,
  { handIns }: Pick<HomeworkServices, 'handIns'>,
): Promise<HandIn | undefined> => {
  const found = await handIns.findHandIn(homeworkId, pupilId);
  if (found === undefined || !('with' in found)) return found;
  const led = await handIns.findHandIn(homeworkId, found.with);
  return led === undefined || 'with' in led ? undefined : led;
};

/** Whom the work is for today, in the order of the class list. */
export const listConcerned = async (
  { audience }: Homework,
  services: Pick<HomeworkServices, 'directory'>,
): Promise<readonly RosterPupil[]> => (await listRosterOf(audience, services)).filter((pupil) => concerns(audience, pupil));
