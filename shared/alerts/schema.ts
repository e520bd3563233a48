import * as z from 'zod';
import { Relationship } from '../directory/schema.ts';
import { DeliveryId, HoldId, HomeworkId, LessonId, PersonId, SchoolId } from '../kernel/ids.ts';
import { Instant, LocalDate, LocalTime } from '../kernel/school-time.ts';

/** Ways to reach a family, in no order: the ladder is data, in `ladder.ts`. */
export const Channel = z.enum(['email', 'sms']);
export type Channel = z.infer<typeof Channel>;

/** A safety, B today's absence or lateness, C school life, D news. */
export const AlertClass = z.enum(['A', 'B', 'C', 'D']);
export type AlertClass = z.infer<typeof AlertClass>;

/** What the family is told; the last three correct what was told before. */
export const MessageKind = z.enum(['absence', 'lateness', 'nowPresent', 'nowLate', 'nowAbsent']);
export type MessageKind = z.infer<typeof MessageKind>;

/** What families asked to be reminded of: the evening's list of work, and a teacher's one reminder of what was not handed in. */
export const ReminderKind = z.enum(['evening', 'handIn']);
export type ReminderKind = z.infer<typeof ReminderKind>;

/** Where one message to one guardian by one channel stands; it never goes back from a later fact to an earlier one. */
export const DeliveryState = z.enum(['created', 'held', 'leased', 'sent', 'delivered', 'bounced', 'failed', 'uncertain', 'cancelled']);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why a delivery waits, stopped or did not reach. */
export const DeliveryReason = z.enum([
  'noAddress',
  'channelInvalid',
  'hardBounce',
  'softBounce',
  'complaint',
  'refused',
  'smsCap',
  'noAnswer',
  'unknownOutcome',
  'rightsChanged',
  'corrected',
  'officeCancelled',
  'unusualVolume',
  'switchedOff',
]);
export type DeliveryReason = z.infer<typeof DeliveryReason>;

/** What remains to be done above this rung: climb now, climb unless the family answers, climbed, or nothing above and the family not reached. */
export const LadderStep = z.enum(['toClimb', 'ifUnanswered', 'climbed', 'exhausted']);
export type LadderStep = z.infer<typeof LadderStep>;

/** One message to one guardian by one channel: its id is derived from its de-duplication key, so the same fact cannot create it twice. */
export const Delivery = z.strictObject({
  deliveryId: DeliveryId,
  schoolId: SchoolId,
  pupilId: PersonId,
  firstName: z.string(),
  guardianId: PersonId,
  relationship: Relationship,
  alertClass: AlertClass,
  channel: Channel,
  kind: z.enum([...MessageKind.options, ...ReminderKind.options]),
  /** Of the lesson; of a reminder, the school date that it prepares. */
  date: LocalDate,
  /** Of a lesson only. */
  start: LocalTime.optional(),
  lessonId: LessonId.optional(),
  /** Of a reminder to hand in. */
  homeworkId: HomeworkId.optional(),
  /** Of an evening: it tells of what became readable after one instant and until another, so that no message tells of it twice. */
  news: z.strictObject({ after: Instant, until: Instant }).optional(),
  revision: z.int(),
  minutesLate: z.int().optional(),
  state: DeliveryState,
  reason: DeliveryReason.optional(),
  /** Never sent before this instant: undo window, hours at which families are written to, back-off. */
  dueAt: Instant,
  /** When the sweep must look at it; absent when nothing is awaited. */
  wakeAt: Instant.optional(),
  createdAt: Instant,
  attemptIds: z.array(z.string()),
  leasedUntil: Instant.optional(),
  /** True once an attempt ended without our knowing whether it left. */
  doubtful: z.boolean(),
  /** Fingerprint of the address of the last attempt: the address itself is read from the directory when sending. */
  addressMark: z.string().optional(),
  /** Attempts made before the address was corrected: their bounce is not the present address's. */
  elsewhereIds: z.array(z.string()).optional(),
  holdId: HoldId.optional(),
  ladder: LadderStep.optional(),
  history: z.array(z.strictObject({ state: DeliveryState, at: Instant })),
  /** Optimistic lock: every write conditions on it. */
  version: z.int(),
});
export type Delivery = z.infer<typeof Delivery>;

/** A delivery about an absence or a lateness. */
export type LessonDelivery = Delivery & { readonly kind: MessageKind; readonly start: LocalTime; readonly lessonId: LessonId };
export type LessonTelling = Pick<LessonDelivery, 'firstName' | 'kind' | 'date' | 'start'>;

/** The latest revision known of one lesson of one pupil: what is older is told to nobody. */
export const Fact = z.strictObject({
  pupilId: PersonId,
  schoolId: SchoolId,
  date: LocalDate,
  lessonId: LessonId,
  revision: z.int(),
  envelopeId: z.string(),
});
export type Fact = z.infer<typeof Fact>;

/** How many alerts a school made in ten minutes. */
export const Volume = z.strictObject({ schoolId: SchoolId, slot: z.string(), count: z.int() });
export type Volume = z.infer<typeof Volume>;

/** A burst kept back until the office says what it is; `releasing` and `cancelling` are being carried out. */
export const Hold = z.strictObject({
  holdId: HoldId,
  schoolId: SchoolId,
  cause: z.enum(['unusualVolume', 'switchedOff']),
  openedAt: Instant,
  /** Recipients counted when it opened, and what is usual at that hour. */
  counted: z.int(),
  usual: z.int(),
  status: z.enum(['open', 'releasing', 'cancelling', 'released', 'cancelled']),
  wakeAt: Instant.optional(),
  decidedBy: PersonId.optional(),
  decidedByName: z.string().optional(),
  decidedAt: Instant.optional(),
  reason: z.string().optional(),
  version: z.int(),
});
export type Hold = z.infer<typeof Hold>;

/** What a school chose for its alerts. */
export const AlertSettings = z.strictObject({
  /** Undo window: a correction in time means that nobody is told anything. */
  alertHoldSeconds: z.int().min(0).max(900),
  /** Absent: an SMS only when the e-mail could not be delivered. Otherwise also when nobody answered after so many minutes. */
  smsAfterMinutes: z.int().min(5).max(240).optional(),
});
export type AlertSettings = z.infer<typeof AlertSettings>;

/** A school's switch, open hold and settings, read before each sending. */
export const Control = z.strictObject({
  schoolId: SchoolId,
  settings: AlertSettings,
  stopped: z.strictObject({ holdId: HoldId, since: Instant, reason: z.string(), byName: z.string() }).optional(),
  openHoldId: HoldId.optional(),
  /** After the office released a burst, the guard lets the school through until then. */
  guardOffUntil: Instant.optional(),
  version: z.int(),
});
export type Control = z.infer<typeof Control>;

/** A guardian's address that is known not to work, by its fingerprint: a new address is a new chance. */
export const InvalidChannel = z.strictObject({
  guardianId: PersonId,
  channel: Channel,
  addressMark: z.string(),
  reason: DeliveryReason,
  since: Instant,
});
export type InvalidChannel = z.infer<typeof InvalidChannel>;
