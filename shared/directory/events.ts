import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { PersonId, SchoolId } from '../kernel/ids.ts';

/** A guardian's rights over one pupil changed, by an import or by a local decision: `informed` and `decides` are what is now in force. */
export const GuardianRightsChanged = event(
  'directory.guardian-rights-changed',
  z.strictObject({
    guardianId: PersonId,
    pupilId: PersonId,
    schoolId: SchoolId,
    informed: z.boolean(),
    decides: z.boolean(),
  }),
);
