import * as z from 'zod';

const opaque = <P extends string>(prefix: P) => z.templateLiteral([prefix, '_', z.string().regex(/^[A-Za-z0-9_-]{6,80}$/)]).brand<P>();

/** The caller's own key, made once per form: the same submit twice, now or in an hour, is one fact and gets one answer. */
export const RequestId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);

/** An opaque person id: pupils, guardians, staff and operators alike, for one human may be several of them. */
export const PersonId = opaque('per');
export type PersonId = z.infer<typeof PersonId>;

export const SchoolId = opaque('sch');
export type SchoolId = z.infer<typeof SchoolId>;

export const ClassId = opaque('cls');
export type ClassId = z.infer<typeof ClassId>;

export const GroupId = opaque('grp');
export type GroupId = z.infer<typeof GroupId>;

/** A recurring slot of the timetable; its dated occurrences are lessons. */
export const SlotId = opaque('slo');
export type SlotId = z.infer<typeof SlotId>;

/** One dated lesson: the slot and the school date, for life, whatever is changed about it. */
export const LessonId = opaque('les');
export type LessonId = z.infer<typeof LessonId>;

/** What is recorded of one pupil on one school day. */
export const AbsenceId = opaque('abs');
export type AbsenceId = z.infer<typeof AbsenceId>;

export const ImportId = opaque('imp');
export type ImportId = z.infer<typeof ImportId>;

export const DeliveryId = opaque('dlv');
export type DeliveryId = z.infer<typeof DeliveryId>;

export const HoldId = opaque('hld');
export type HoldId = z.infer<typeof HoldId>;

/** An access that a head gave for a time. */
export const GrantId = opaque('gra');
export type GrantId = z.infer<typeof GrantId>;

export const FileId = opaque('fil');
export type FileId = z.infer<typeof FileId>;

/** One piece of work given, for life: whatever is changed about it, its date included. */
export const HomeworkId = opaque('hwk');
export type HomeworkId = z.infer<typeof HomeworkId>;

/** What a teacher writes in the notebook without a lesson of the timetable; with one, the lesson's own id names it. */
export const RecordId = opaque('rec');
export type RecordId = z.infer<typeof RecordId>;

export const SequenceId = opaque('seq');
export type SequenceId = z.infer<typeof SequenceId>;

export const StepId = opaque('stp');
export type StepId = z.infer<typeof StepId>;

export const ProgressionId = opaque('prg');
export type ProgressionId = z.infer<typeof ProgressionId>;

/** A subject taught to one class or to one group (*service*): its name holds both, so that no index is needed. */
export const ServiceId = opaque('svc');
export type ServiceId = z.infer<typeof ServiceId>;

/** One evaluation, for life: its name holds the service and the period. */
export const EvaluationId = opaque('evl');
export type EvaluationId = z.infer<typeof EvaluationId>;

/** One skill of a school's referential. */
export const SkillId = opaque('skl');
export type SkillId = z.infer<typeof SkillId>;

/** The cards of some classes, sealed in one go. */
export const BatchId = opaque('bat');
export type BatchId = z.infer<typeof BatchId>;
