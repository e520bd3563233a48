import * as z from 'zod';
import { OpenDay } from '../attendance/schema.ts';
import { LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { LocalDate, LocalTime } from '../kernel/school-time.ts';
import { ChangeView, LessonTerms } from '../timetable/schema.ts';
import { GrantKind } from './grant.ts';
import { Child, GuardianRights, Language, Relationship, StaffFunction, pupilInPlace } from './schema.ts';

/** A lesson of today as a home shows it. */
export const HomeLesson = z.strictObject({
  lessonId: LessonId,
  start: LocalTime,
  end: LocalTime,
  subject: z.string(),
  room: z.string().optional(),
  teachers: z.array(z.string()),
  /** Names of the groups, or of the classes when the lesson has no group. */
  audience: z.array(z.string()),
  change: ChangeView.optional(),
  /** At the place that a lesson has left: where it is given instead. */
  movedTo: LessonTerms.pick({ date: true, start: true, end: true }).optional(),
});
export type HomeLesson = z.infer<typeof HomeLesson>;

/** A teacher's lesson with where its register stands. */
export const TaughtLesson = HomeLesson.extend({
  schoolName: z.string(),
  phase: z.enum(['later', 'open', 'over']),
  registerTaken: z.boolean(),
  /** False when the lesson is cancelled, given elsewhere, or given by somebody else. */
  callsRoll: z.boolean(),
});
export type TaughtLesson = z.infer<typeof TaughtLesson>;

const home = { date: LocalDate, firstName: z.string(), lastName: z.string(), language: Language };

export const HomeChild = z.strictObject({
  child: Child,
  /** Empty when the guardian is not informed of this child. */
  lessons: z.array(HomeLesson),
});
export type HomeChild = z.infer<typeof HomeChild>;

/** Across all children and all schools of the academy. */
export const GuardianHome = z.strictObject({
  role: z.literal('guardian'),
  ...home,
  children: z.array(HomeChild),
  /** What is to be dealt with, oldest first. */
  openDays: z.array(OpenDay),
});

/** Whether an adult pupil objects to his guardians being informed, and since when he last said so. */
export const ObjectionView = z.strictObject({ active: z.boolean(), since: LocalDate.optional() });
export type ObjectionView = z.infer<typeof ObjectionView>;

export const PupilHome = z.strictObject({
  role: z.literal('pupil'),
  ...home,
  self: Child,
  lessons: z.array(HomeLesson),
  /** The next day for which something is due within the week, and how much of it is done. */
  homework: z.strictObject({ date: LocalDate, done: z.int(), total: z.int() }).optional(),
  /** An adult pupil deals with his own absences. */
  openDays: z.array(OpenDay),
  /** Present once the pupil is an adult: whether his guardians are kept from being informed, by his own choice. */
  objection: ObjectionView.optional(),
});

/** An access given for a time, as its holder reads it. */
export const HomeGrant = z.strictObject({
  kind: GrantKind,
  schoolId: SchoolId,
  schoolName: z.string(),
  /** The pupil who is accompanied, the teacher who is inspected or replaced. */
  personId: PersonId,
  name: z.string(),
  /** The pupil's class, or what a substitute takes over. */
  audience: z.array(z.string()),
  from: LocalDate,
  until: LocalDate,
});
export type HomeGrant = z.infer<typeof HomeGrant>;

export const TeacherHome = z.strictObject({
  role: z.literal('teacher'),
  ...home,
  schools: z.array(z.strictObject({ schoolId: SchoolId, name: z.string(), functions: z.array(StaffFunction) })),
  lessons: z.array(TaughtLesson),
  grants: z.array(HomeGrant),
});

/** One school of an office: what is done, late or missing now. */
export const OfficeSchool = z.strictObject({
  schoolId: SchoolId,
  name: z.string(),
  functions: z.array(StaffFunction),
  /** Lessons that have begun, and the registers taken for them. */
  begun: z.int(),
  registersTaken: z.int(),
  lessonsToday: z.int(),
});

export const OfficeHome = z.strictObject({
  role: z.enum(['office', 'head']),
  ...home,
  schools: z.array(OfficeSchool),
  /** A head or a CPE who also teaches. */
  lessons: z.array(TaughtLesson),
});

/** Staff who neither teach nor run an office: their schools, and what was opened to them for a time. */
export const StaffHome = z.strictObject({
  role: z.literal('staff'),
  ...home,
  schools: z.array(z.strictObject({ schoolId: SchoolId, name: z.string(), functions: z.array(StaffFunction) })),
  grants: z.array(HomeGrant),
});

export const OperatorHome = z.strictObject({ role: z.literal('operator'), ...home });

export const Home = z.discriminatedUnion('role', [GuardianHome, PupilHome, TeacherHome, OfficeHome, StaffHome, OperatorHome]);
export type Home = z.infer<typeof Home>;

/** A guardian as the office reads him, with what the import gives and what is in force. */
export const GuardianView = z.strictObject({
  guardianId: PersonId,
  relationship: Relationship,
  /** Absent: a contact without an account. */
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  email: z.string().optional(),
  mobile: z.string().optional(),
  imported: GuardianRights,
  inForce: GuardianRights,
  restriction: z
    .strictObject({
      cause: z.enum(['school', 'adultPupil']),
      informed: z.boolean(),
      decides: z.boolean(),
      since: LocalDate,
      evidence: z.string(),
    })
    .optional(),
  /** To be sent back with a decision: a decision over one that was not read is refused. */
  revision: z.int(),
});
export type GuardianView = z.infer<typeof GuardianView>;

export const PupilFile = z.strictObject({
  ...pupilInPlace,
  adult: z.boolean(),
  active: z.boolean(),
  objection: z.strictObject({ active: z.boolean(), since: LocalDate }).optional(),
  guardians: z.array(GuardianView),
  /** What the reader may decide here, so that a page offers nothing that would be refused. */
  mayDecideRights: z.boolean(),
  mayRecordObjection: z.boolean(),
});
export type PupilFile = z.infer<typeof PupilFile>;

export const DetachedPerson = z.strictObject({
  personId: PersonId,
  kind: z.enum(['pupil', 'guardian', 'staff', 'operator']),
  firstName: z.string(),
  lastName: z.string(),
  detachedOn: LocalDate,
  /** After this date the directory forgets the person. */
  erasedAfter: LocalDate.optional(),
});
export type DetachedPerson = z.infer<typeof DetachedPerson>;
