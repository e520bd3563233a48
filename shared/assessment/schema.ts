import * as z from 'zod';
import { ClassId, EvaluationId, GroupId, PersonId, SchoolId, ServiceId, SkillId } from '../kernel/ids.ts';
import { Instant, LocalDate } from '../kernel/school-time.ts';
import { Coefficient, Counting, Given, Scale, TWENTY } from './mark.ts';
import { PeriodKey } from './periods.ts';

/** Somebody by his name, as it was when he acted or as the timetable has it. */
export const NamedPerson = z.strictObject({ personId: PersonId, name: z.string().min(1).max(120) });
export type NamedPerson = z.infer<typeof NamedPerson>;

/** A part of a subject with its own average (*sous-matière*): oral and written, for example. */
export const SubSubject = z.strictObject({
  subSubjectId: z.string().regex(/^[a-z0-9]{1,12}$/),
  name: z.string().trim().min(1).max(40),
  coefficient: Coefficient,
});
export type SubSubject = z.infer<typeof SubSubject>;

/** What was decided of a service; nothing decided is `DEFAULT_SERVICE`. */
export const ServiceSettings = z.strictObject({
  /** What the subject weighs in the general average; absent: nobody said, it weighs 1. */
  coefficient: Coefficient.optional(),
  /** For a group across classes, what it weighs for the pupils of one class. */
  coefficientByClass: z.record(ClassId, Coefficient),
  /** What its evaluations are marked out of when nothing is said. */
  scale: Scale,
  subSubjects: z.array(SubSubject).max(8),
  /** Colleagues who are not in the timetable of this service. */
  coTeachers: z.array(NamedPerson).max(6),
});
export type ServiceSettings = z.infer<typeof ServiceSettings>;

export const DEFAULT_SERVICE: ServiceSettings = { coefficientByClass: {}, scale: TWENTY, subSubjects: [], coTeachers: [] };

/** A subject taught to one class or one group, as the timetable gives it and as it was settled. */
export const Service = z.strictObject({
  serviceId: ServiceId,
  schoolId: SchoolId,
  subject: z.string().min(1).max(80),
  /** The class or the group. */
  to: z.string().min(1).max(60),
  /** Absent: a whole class. */
  groupId: GroupId.optional(),
  classes: z.array(z.strictObject({ classId: ClassId, name: z.string() })).min(1),
  /** By the timetable; those added by hand are in the settings. */
  teachers: z.array(NamedPerson),
  settings: ServiceSettings,
  /** 0 when nothing was decided. */
  version: z.int().min(0),
});
export type Service = z.infer<typeof Service>;

/** What an evaluation is, cells apart. */
export const EvaluationTerms = z.strictObject({
  title: z.string().trim().min(1, { message: 'Donnez un titre à cette évaluation.' }).max(80),
  date: LocalDate,
  scale: Scale,
  coefficient: Coefficient,
  /** *Ramener sur 20*: counts by its coefficient whatever its scale. */
  rescaled: z.boolean(),
  counting: Counting,
  subSubjectId: SubSubject.shape.subSubjectId.optional(),
  skillIds: z.array(SkillId).max(12),
  /** *Épreuve blanche*. */
  mock: z.boolean(),
});
export type EvaluationTerms = z.infer<typeof EvaluationTerms>;

/** 0: nothing shown; 1 insufficient … 4 very good mastery. */
export const SkillLevel = z.int().min(0).max(4);

export const COMMENT_MAX = 300;

/** What a teacher entered for one pupil: a mark or why there is none, levels of skills, a comment; nothing entered is `{}`. */
export const CellValue = z.strictObject({
  given: Given.optional(),
  levels: z.record(SkillId, SkillLevel).optional(),
  comment: z.string().trim().min(1).max(COMMENT_MAX).optional(),
});
export type CellValue = z.infer<typeof CellValue>;

/** A change after publication: readers see what was there before until `visibleFrom`. */
export const CellChange = z.strictObject({ at: Instant, by: PersonId, before: CellValue, visibleFrom: Instant });
export type CellChange = z.infer<typeof CellChange>;

/** A cell of the grid; `version` is the evaluation's when it was last changed. */
export const Cell = CellValue.extend({ version: z.int().min(1), changed: z.array(CellChange) });
export type Cell = z.infer<typeof Cell>;

/** Readers see by these instants alone, each audience by its own. */
export const Publication = z.strictObject({ publishedBy: PersonId, publishedAt: Instant, pupilFrom: Instant, guardianFrom: Instant });
export type Publication = z.infer<typeof Publication>;

/** A change of terms after publication: readers count by the former ones until `visibleFrom`. */
export const TermsChange = z.strictObject({ at: Instant, by: PersonId, before: EvaluationTerms, visibleFrom: Instant });
export type TermsChange = z.infer<typeof TermsChange>;

/** One column of the grid: what it is, who saw to it and every pupil's cell. */
export const Evaluation = z.strictObject({
  evaluationId: EvaluationId,
  schoolId: SchoolId,
  serviceId: ServiceId,
  period: PeriodKey,
  terms: EvaluationTerms,
  /** Absent: a draft, which only its teachers see. */
  publication: Publication.optional(),
  termsChanged: z.array(TermsChange),
  /** Taken back: it counts no more, nobody but its teachers sees it, and they may restore it. */
  withdrawn: z.strictObject({ by: PersonId, at: Instant }).optional(),
  /** Grows by one at each write. */
  version: z.int().min(1),
  /** The version at which its terms were last written. */
  termsVersion: z.int().min(1),
  cells: z.record(PersonId, Cell),
  /** Whoever wrote in it. */
  authors: z.array(NamedPerson),
  /** When and by whom the versions that cells bear were written. */
  saves: z.array(z.strictObject({ version: z.int(), at: Instant, by: PersonId })),
  /** The last submits: the same one again changes nothing. */
  requests: z.array(z.string()),
});
export type Evaluation = z.infer<typeof Evaluation>;
