import * as z from 'zod';
import { ClassId, GroupId, PersonId, SchoolId } from '../kernel/ids.ts';
import { PublicationWindow } from '../kernel/publication.ts';
import { LocalDate, LocalTime } from '../kernel/school-time.ts';
import { Grant } from './grant.ts';

/** Languages that alerts and pages can be written in; French is the default and the legal one. */
export const Language = z.enum(['fr', 'en']);
export type Language = z.infer<typeof Language>;

export const PersonKind = z.enum(['pupil', 'guardian', 'staff', 'operator']);
export type PersonKind = z.infer<typeof PersonKind>;

/** `detached`: vanished from its source, kept and dated; `blocked`: may not sign in. */
export const PersonStatus = z.enum(['active', 'detached', 'blocked']);

/** What a member of staff does in a school: DIR head, CPE school life, AED supervisor, ENS teacher, DOC librarian, ETA other staff. */
export const StaffFunction = z.enum(['DIR', 'CPE', 'AED', 'ENS', 'DOC', 'ETA']);
export type StaffFunction = z.infer<typeof StaffFunction>;

/** How an adult is bound to a pupil; imports write it, the school may only restrict it. */
export const Relationship = z.enum([
  'mother',
  'father',
  'tutor',
  'family',
  'childWelfare',
  'self',
  'sibling',
  'ascendant',
  'educator',
  'fosterCarer',
  'childMinder',
  'other',
]);
export type Relationship = z.infer<typeof Relationship>;

/** Rights of one adult over one pupil; being informed and deciding are two rights. */
export const GuardianRights = z.strictObject({
  informed: z.boolean(),
  decides: z.boolean(),
  /** May be called by the school. */
  contact: z.boolean(),
  payer: z.boolean(),
});
export type GuardianRights = z.infer<typeof GuardianRights>;

/** Why a right that the import gives is withheld: the school's own decision, or the adult pupil's written objection. */
export const Restriction = z.strictObject({
  pupilId: PersonId,
  cause: z.enum(['school', 'adultPupil']),
  informed: z.boolean(),
  decides: z.boolean(),
  since: LocalDate,
  decidedBy: PersonId,
});
export type Restriction = z.infer<typeof Restriction>;

export const School = z.strictObject({
  schoolId: SchoolId,
  uai: z.string(),
  name: z.string(),
  kind: z.enum(['college', 'lycee', 'lyceePro', 'lyceeAgricole', 'other']),
  city: z.string(),
  zone: z.string(),
});
export type School = z.infer<typeof School>;

/** What a school has decided for publication and homework, defaults filled in, as other domains read it. */
export const SchoolSettings = z.strictObject({
  /** Closures hold the public and school holidays too when the head has chosen to close them. */
  publication: PublicationWindow,
  /** What waited for an opening is released within so many minutes after it. */
  spreadMinutes: z.int(),
  homework: z.strictObject({
    /** Minutes of work for one day above which teachers are warned. */
    dayLimitMinutes: z.int(),
    /** No new work for the next school day after this hour. */
    forTomorrowUntil: LocalTime,
  }),
  zone: z.string(),
  /** Names the department whose holidays the school keeps. */
  uai: z.string(),
});
export type SchoolSettings = z.infer<typeof SchoolSettings>;

/** A pupil by his name and his place, wherever he is met. */
export const pupilInPlace = {
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  schoolId: SchoolId,
  schoolName: z.string(),
  classId: ClassId.optional(),
  className: z.string().optional(),
};

/** A child as an adult or as the pupil himself meets it, with the rights in force today (restrictions applied). */
export const Child = z.strictObject({
  ...pupilInPlace,
  groupIds: z.array(GroupId),
  relationship: Relationship,
  rights: GuardianRights,
});
export type Child = z.infer<typeof Child>;

/** A member of staff's place in one school. */
export const Post = z.strictObject({
  schoolId: SchoolId,
  schoolName: z.string(),
  functions: z.array(StaffFunction),
  classIds: z.array(ClassId),
  groupIds: z.array(GroupId),
  principalOf: z.array(ClassId),
});
export type Post = z.infer<typeof Post>;

/** The person who acts, with every relation, read fresh on each request in one query; never put in a token. */
export const Actor = z.strictObject({
  personId: PersonId,
  kind: PersonKind,
  firstName: z.string(),
  lastName: z.string(),
  language: Language,
  /** Sign-ins before this epoch second are void. */
  sessionsValidFrom: z.int(),
  /** Guardians: their children. */
  children: z.array(Child),
  /** Staff: one per school. */
  posts: z.array(Post),
  /** Pupils: their own place, rights included (a minor neither justifies nor decides). */
  self: Child.optional(),
  /** Operators of the academy: imports and configuration, no pupil's record. */
  operator: z.boolean(),
  /** Staff: accesses given for a time, those in force today only. */
  grants: z.array(Grant),
});
export type Actor = z.infer<typeof Actor>;

/** A pupil as staff see it in a list. */
export const RosterPupil = z.strictObject({
  pupilId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  classId: ClassId.optional(),
  className: z.string().optional(),
  groupIds: z.array(GroupId),
});
export type RosterPupil = z.infer<typeof RosterPupil>;

/** Where a guardian can be reached, for the alerts domain only: never shown to another guardian. */
export const Recipient = z.strictObject({
  personId: PersonId,
  language: Language,
  email: z.string().optional(),
  /** E.164. */
  mobile: z.string().optional(),
  rights: GuardianRights,
  relationship: Relationship,
});
export type Recipient = z.infer<typeof Recipient>;
/** Whoever asked for messages himself, for the alerts domain only. */
export const Subscriber = Recipient.omit({ rights: true, relationship: true }).extend({ actor: Actor });
export type Subscriber = z.infer<typeof Subscriber>;

/** A guardian of a pupil as the import gives it, before the school's restrictions. */
export const GuardianLink = z.strictObject({
  personId: PersonId,
  relationship: Relationship,
  rights: GuardianRights,
});
export type GuardianLink = z.infer<typeof GuardianLink>;

/** A pupil with his place and the ids of those bound to him. */
export const Pupil = z.strictObject({
  ...pupilInPlace,
  groupIds: z.array(GroupId),
  adultOn: LocalDate.optional(),
  /** False once the pupil has vanished from the import. */
  active: z.boolean(),
  guardians: z.array(GuardianLink),
});
export type Pupil = z.infer<typeof Pupil>;

/** A class of a school. */
export const SchoolClass = z.strictObject({ classId: ClassId, name: z.string(), label: z.string() });
export type SchoolClass = z.infer<typeof SchoolClass>;

/** A teaching group of a school, across classes. */
export const SchoolGroup = z.strictObject({ groupId: GroupId, name: z.string(), label: z.string(), classIds: z.array(ClassId) });
export type SchoolGroup = z.infer<typeof SchoolGroup>;

/** Who a sign-in may be, as the profile chooser shows it; blocked and detached people are told apart by status. */
export const SignInCandidate = z.strictObject({
  personId: PersonId,
  kind: PersonKind,
  status: PersonStatus,
  firstName: z.string(),
  lastName: z.string(),
  schoolNames: z.array(z.string()),
});
export type SignInCandidate = z.infer<typeof SignInCandidate>;

/** How a member of staff is addressed, as the feed says it. */
export const Civility = z.enum(['M', 'MME']);
export type Civility = z.infer<typeof Civility>;

/** A teacher as national files name him; without `stsId` the feed gave no number. */
export const NationalTeacher = z.strictObject({
  personId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  civility: Civility.optional(),
  stsId: z.string().optional(),
});
export type NationalTeacher = z.infer<typeof NationalTeacher>;

/** Who signs a class's documents: its head teachers, and the head of its school as he is addressed. */
export const SchoolTeam = z.strictObject({
  /** Empty when the feed names no head. */
  head: z.string(),
  principals: z.array(z.strictObject({ personId: PersonId, name: z.string() })),
});
export type SchoolTeam = z.infer<typeof SchoolTeam>;

/** A member of staff as the import of lessons recognises him. */
export const StaffMember = z.strictObject({
  personId: PersonId,
  firstName: z.string(),
  lastName: z.string(),
  email: z.string().optional(),
});
export type StaffMember = z.infer<typeof StaffMember>;
