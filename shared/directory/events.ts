import * as z from 'zod';
import { event } from '../kernel/event.ts';
import { ClassId, GrantId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';
import { GrantKind } from './grant.ts';

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

/** An access was given for a time, or ended before its day: it counts from the next request on. */
export const GrantChanged = event(
  'directory.grant-changed',
  z.strictObject({
    grantId: GrantId,
    personId: PersonId,
    schoolId: SchoolId,
    kind: GrantKind,
    from: LocalDate,
    until: LocalDate,
    revoked: z.boolean(),
  }),
);

/** The head changed the school's settings: what waits for a window may have to wait otherwise. */
export const SchoolSettingsChanged = event('directory.school-settings-changed', z.strictObject({ schoolId: SchoolId, version: z.int() }));

/** An import found that a group's members come from other classes than before: whoever keeps something by class follows. */
export const GroupClassesChanged = event(
  'directory.group-classes-changed',
  z.strictObject({ groupId: GroupId, schoolId: SchoolId, before: z.array(ClassId), classIds: z.array(ClassId) }),
);
