import { partsOfAbsenceId } from '@preau/shared/attendance/absence-id.ts';
import type { PupilDay } from '@preau/shared/attendance/schema.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { AbsenceId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { AttendanceServices, KnownPupil } from './services.ts';

/** The day that an absence's name holds, when something is recorded of it. */
export const findDayOf = async (absenceId: AbsenceId, { store }: Pick<AttendanceServices, 'store'>): Promise<PupilDay | undefined> => {
  const parts = partsOfAbsenceId(absenceId);
  return parts === undefined ? undefined : store.findDay(parts.pupilId, parts.date);
};

/** A pupil; what the actor's own relations already say of him costs no read. */
export const findPupilOf = async (
  actor: Actor,
  pupilId: PersonId,
  { directory }: Pick<AttendanceServices, 'directory'>,
): Promise<KnownPupil | undefined> => {
  const known = [...actor.children, ...(actor.self === undefined ? [] : [actor.self])].find((child) => child.pupilId === pupilId);
  if (known !== undefined) return known;
  return actor.posts.length === 0 ? undefined : directory.findPupil(pupilId);
};
