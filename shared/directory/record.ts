import * as z from 'zod';
import { ClassId, GrantId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { Grant } from './grant.ts';
import { SettingsDecision } from './settings.ts';
import { Child, Civility, GuardianLink, Language, PersonKind, Post, Restriction, School } from './schema.ts';

/** Where a pupil is taught. */
export const Place = z.strictObject({
  schoolId: SchoolId,
  schoolName: z.string(),
  classId: ClassId.optional(),
  className: z.string().optional(),
  groupIds: z.array(GroupId),
  /** The eighteenth birthday: from that day the pupil is responsible for himself. */
  adultOn: LocalDate.optional(),
});
export type Place = z.infer<typeof Place>;

/** A child as the import gives it: rights before any local decision. */
export const ChildRecord = Child.extend({ adultOn: LocalDate.optional() });
export type ChildRecord = z.infer<typeof ChildRecord>;

/** A subject under its national code, as the feed of subjects names it. */
export const Subject = z.strictObject({ code: z.string(), label: z.string() });
export type Subject = z.infer<typeof Subject>;

/** A person as imports write it; whatever the school decides lives in other items, which imports never touch. */
export const PersonRecord = z.strictObject({
  personId: PersonId,
  joinKey: z.string(),
  kind: PersonKind,
  source: z.enum(['aaf', 'local']),
  status: z.enum(['active', 'detached']),
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  /** Guardians. */
  children: z.array(ChildRecord).optional(),
  /** Pupils. */
  place: Place.optional(),
  guardians: z.array(GuardianLink).optional(),
  /** Pupils: the number that the ministry's pupil base knows him by in his school, for the LSU. */
  baseId: z.string().optional(),
  /** Staff. */
  posts: z.array(Post).optional(),
  /** Staff: the number that the ministry's service base knows him by, for the LSU. */
  stsId: z.string().optional(),
  civility: Civility.optional(),
  operator: z.boolean().optional(),
  /** Fingerprint of what the import wrote: the same record twice is not written twice. */
  hash: z.string().optional(),
  detachedOn: LocalDate.optional(),
  detachedFrom: SchoolId.optional(),
  /** The last school date of a detached person's record. */
  erasedAfter: LocalDate.optional(),
  /** The same as epoch seconds, for the engine that erases. */
  ttl: z.int().optional(),
});
export type PersonRecord = z.infer<typeof PersonRecord>;

/** Schools, classes and groups that left the feed stay for the past's sake, out of every list. */
const imported = { hash: z.string().optional(), detachedOn: LocalDate.optional() };

/** Somebody whom a pupil's record names without any right: no account and not even a name, but his sign-in can be told why. */
export const ContactRecord = z.strictObject({ personId: PersonId, ...imported, ttl: z.int().optional() });
export type ContactRecord = z.infer<typeof ContactRecord>;

/** The subjects that are taught in a school, by their national codes. */
export const TaughtSubjectsRecord = z.strictObject({ schoolId: SchoolId, subjects: z.array(Subject), ...imported });
export type TaughtSubjectsRecord = z.infer<typeof TaughtSubjectsRecord>;

export const SchoolRecord = School.extend({ joinKey: z.string(), ...imported });
export type SchoolRecord = z.infer<typeof SchoolRecord>;

export const ClassRecord = z.strictObject({
  schoolId: SchoolId,
  classId: ClassId,
  name: z.string(),
  label: z.string(),
  ...imported,
});
export type ClassRecord = z.infer<typeof ClassRecord>;

export const GroupRecord = z.strictObject({
  schoolId: SchoolId,
  groupId: GroupId,
  name: z.string(),
  label: z.string(),
  /** Classes of its members: a group's roster is read through them. */
  classIds: z.array(ClassId),
  ...imported,
});
export type GroupRecord = z.infer<typeof GroupRecord>;

/** A pupil as the list of his class holds him. */
export const ListedPupil = z.strictObject({ pupilId: PersonId, firstName: z.string(), lastName: z.string(), groupIds: z.array(GroupId) });
export type ListedPupil = z.infer<typeof ListedPupil>;

/** The list of a class as roll calls read it; imports write it again whenever one of its pupils changes. */
export const ClassListRecord = z.strictObject({
  classId: ClassId,
  className: z.string(),
  /** JSON of `ListedPupil[]` in the order of the list: as one text it is read ten times faster than as a hundred attributes. */
  pupils: z.string(),
  ...imported,
});
export type ClassListRecord = z.infer<typeof ClassListRecord>;

/** One decision over a guardian's rights, with what it rests upon. */
export const RightsDecision = z.strictObject({
  informed: z.boolean(),
  decides: z.boolean(),
  since: LocalDate,
  decidedBy: PersonId,
  /** The judgment or letter it rests upon: read by the office only. */
  evidence: z.string(),
});
export type RightsDecision = z.infer<typeof RightsDecision>;

/** A restriction with its history; the one in force is also at the top. */
export const RestrictionRecord = Restriction.extend({
  guardianId: PersonId,
  evidence: z.string(),
  revision: z.int(),
  history: z.array(RightsDecision).max(50),
});
export type RestrictionRecord = z.infer<typeof RestrictionRecord>;

/** An adult pupil's written objection to his guardians being informed. */
export const ObjectionRecord = z.strictObject({
  pupilId: PersonId,
  active: z.boolean(),
  since: LocalDate,
  decidedBy: PersonId,
  evidence: z.string(),
  revision: z.int(),
});
export type ObjectionRecord = z.infer<typeof ObjectionRecord>;

/** What a person, or whoever protects the account, has set. */
export const PreferencesRecord = z.strictObject({
  personId: PersonId,
  language: Language,
  sessionsValidFrom: z.int(),
  blocked: z.boolean(),
});
export type PreferencesRecord = z.infer<typeof PreferencesRecord>;

/** A grant as each request reads it, beside the person: gone from there once it is over, for the actor is to stay one small read. */
export const HeldGrantRecord = z.strictObject({
  personId: PersonId,
  grantId: GrantId,
  grant: Grant,
  /** Epoch seconds, for the engine that erases. */
  ttl: z.int().optional(),
});
export type HeldGrantRecord = z.infer<typeof HeldGrantRecord>;

/** A grant as its school keeps it, over or not: who gave it, on what it rests, who ended it and why. */
export const GrantRecord = z.strictObject({
  schoolId: SchoolId,
  grantId: GrantId,
  personId: PersonId,
  grant: Grant,
  /** The letter or decision it rests upon: read by the head only. */
  evidence: z.string(),
  givenBy: PersonId,
  givenOn: LocalDate,
  revoked: z.strictObject({ on: LocalDate, by: PersonId, reason: z.string() }).optional(),
});
export type GrantRecord = z.infer<typeof GrantRecord>;

/** One decision over a school's settings: never changed, so that the last is in force and the others are the log of who changed what. */
export const SettingsRecord = z.strictObject({
  schoolId: SchoolId,
  version: z.int().min(1),
  decided: SettingsDecision,
  decidedBy: PersonId,
  decidedAt: Instant,
});
export type SettingsRecord = z.infer<typeof SettingsRecord>;
