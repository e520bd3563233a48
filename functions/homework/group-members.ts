import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { refuse, type Refusal } from '@preau/shared/kernel/refusal.ts';
import { listConcerned, type WorkToHandIn } from './hand-ins.ts';
import type { HomeworkServices } from './services.ts';

type NoGroup = Refusal<'homework.group-too-large' | 'homework.group-member-unknown'>;

/** Everybody whose work it is, the leader first; the others must have the same work. */
export const membersOf = async (
  { work, plan }: WorkToHandIn,
  leader: PersonId,
  others: readonly PersonId[],
  services: Pick<HomeworkServices, 'directory'>,
): Promise<readonly PersonId[] | NoGroup> => {
  const members = [...new Set([leader, ...others])];
  if (members.length > plan.groupOf) return refuse('homework.group-too-large', { groupOf: plan.groupOf });
  if (members.length === 1) return members;
  const concerned = new Set((await listConcerned(work, services)).map(({ pupilId }) => pupilId));
  return members.every((pupilId) => concerned.has(pupilId)) ? members : refuse('homework.group-member-unknown');
};

/** True when somebody of the group handed in, or was handed in, elsewhere. */
export const isTaken = async (
  { work: { homeworkId } }: WorkToHandIn,
  members: readonly PersonId[],
  { handIns }: Pick<HomeworkServices, 'handIns'>,
): Promise<boolean> => {
  const [leader, ...others] = members;
  const rows = await Promise.all(others.map((pupilId) => handIns.findHandIn(homeworkId, pupilId)));
  return rows.some((row) => row !== undefined && !('with' in row && row.with === leader));
};
