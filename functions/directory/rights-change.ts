import { GuardianRightsChanged } from '@preau/shared/directory/events.ts';
import type { RestrictionRecord, RightsDecision } from '@preau/shared/directory/record.ts';
import { isAdult, rightsInForce } from '@preau/shared/directory/rules.ts';
import type { GuardianRights, Restriction } from '@preau/shared/directory/schema.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { PupilSubject } from './pupil-file.ts';

const HISTORY = 50;

export interface RightsChange {
  readonly guardianId: PersonId;
  readonly imported: GuardianRights;
  readonly cause: Restriction['cause'];
  readonly decision: RightsDecision;
  /** Every restriction over this guardian and pupil, as just read. */
  readonly before: readonly RestrictionRecord[];
  readonly revision: number;
}

/** A decision as it is stored, with its history, and the event that tells what is now in force. */
export const rightsChange = (
  subject: PupilSubject,
  change: RightsChange,
  now: Instant,
): { restriction: RestrictionRecord; outbox: Envelope[] } => {
  const { pupilId, schoolId } = subject;
  const { guardianId, cause, decision } = change;
  const same = change.before.find((one) => one.cause === cause);
  const others = change.before.filter((one) => one.cause !== cause);
  const { informed, decides } = rightsInForce(change.imported, [...others, decision], isAdult(subject.adultOn, subject.today));
  const revision = change.revision + 1;
  return {
    restriction: { ...decision, guardianId, pupilId, cause, revision, history: [...(same?.history ?? []), decision].slice(-HISTORY) },
    outbox: [
      happened(GuardianRightsChanged, {
        id: `${guardianId}#${pupilId}#${cause}#${revision}`,
        at: now,
        schoolId,
        data: { guardianId, pupilId, schoolId, informed, decides },
      }),
    ],
  };
};
