import * as z from 'zod';
import { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { LocalDate } from '../kernel/school-time.ts';

export const GrantKind = z.enum(['aesh', 'inspector', 'substitute']);
export type GrantKind = z.infer<typeof GrantKind>;

/** School dates, both included. */
const dated = { schoolId: SchoolId, from: LocalDate, until: LocalDate };

/** What a head gives a member of staff for a time: to accompany one pupil, to inspect one teacher, or to stand in for one. */
export const Grant = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('aesh'), ...dated, pupilId: PersonId }),
  z.strictObject({ kind: z.literal('inspector'), ...dated, teacherId: PersonId }),
  z.strictObject({
    kind: z.literal('substitute'),
    ...dated,
    forTeacherId: PersonId,
    classIds: z.array(ClassId).max(40),
    groupIds: z.array(GroupId).max(80),
  }),
]);
export type Grant = z.infer<typeof Grant>;

/** A grant counts from its first to its last school date, both included, and not a day more. */
export const isInForce = (grant: Pick<Grant, 'from' | 'until'>, today: LocalDate): boolean => grant.from <= today && today <= grant.until;
