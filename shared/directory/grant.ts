import * as z from 'zod';
import { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { addDays, LocalDate } from '../kernel/school-time.ts';

export const GrantKind = z.enum(['aesh', 'inspector', 'substitute']);
export type GrantKind = z.infer<typeof GrantKind>;

const accompaniment = z.strictObject({ kind: z.literal('aesh'), pupilId: PersonId });
const inspection = z.strictObject({ kind: z.literal('inspector'), teacherId: PersonId });
const substitution = z.strictObject({
  kind: z.literal('substitute'),
  forTeacherId: PersonId,
  classIds: z.array(ClassId).max(40),
  groupIds: z.array(GroupId).max(80),
});

/** What a head gives a member of staff: to accompany one pupil, to inspect one teacher, or to stand in for one. */
export const GivenAccess = z.discriminatedUnion('kind', [accompaniment, inspection, substitution]);
export type GivenAccess = z.infer<typeof GivenAccess>;

/** School dates, both included. */
const dated = { schoolId: SchoolId, from: LocalDate, until: LocalDate };

/** What is given, for a time. */
export const Grant = z.discriminatedUnion('kind', [accompaniment.extend(dated), inspection.extend(dated), substitution.extend(dated)]);
export type Grant = z.infer<typeof Grant>;

/** A grant counts from its first to its last school date, both included, and not a day more. */
export const isInForce = (grant: Pick<Grant, 'from' | 'until'>, today: LocalDate): boolean => grant.from <= today && today <= grant.until;

export const GrantState = z.enum(['later', 'inForce', 'over', 'revoked']);
export type GrantState = z.infer<typeof GrantState>;

/** Where a grant stands on a school date. */
export const grantStateOf = (grant: Pick<Grant, 'from' | 'until'>, revoked: boolean, today: LocalDate): GrantState => {
  if (revoked) return 'revoked';
  if (isInForce(grant, today)) return 'inForce';
  return today < grant.from ? 'later' : 'over';
};

/** The person whom a grant is about: a pupil or a teacher. */
export const subjectOf = (access: GivenAccess): PersonId => {
  if (access.kind === 'aesh') return access.pupilId;
  return access.kind === 'inspector' ? access.teacherId : access.forTeacherId;
};

/** A grant of a year covers a school year; whoever stays longer gets another. */
const LONGEST_DAYS = 366;

/** Dates that a head may give: from today on, in order, a year at most. */
export const mayLast = ({ from, until }: Pick<Grant, 'from' | 'until'>, today: LocalDate): boolean =>
  today <= from && from <= until && until <= addDays(from, LONGEST_DAYS);

/** True when both bear on the same person in the same quality, for at least one day in common. */
export const overlaps = (one: Grant, other: Grant): boolean =>
  one.kind === other.kind && subjectOf(one) === subjectOf(other) && one.from <= other.until && other.from <= one.until;
