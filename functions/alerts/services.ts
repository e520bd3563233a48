import type { EmailMessage } from '@preau/shared/alerts/message.ts';
import type { Control, Delivery, DeliveryReason, Fact, Hold, InvalidChannel } from '@preau/shared/alerts/schema.ts';
import type { Sms } from '@preau/shared/alerts/sms.ts';
import type { Pupil, Recipient, School } from '@preau/shared/directory/schema.ts';
import type { DeliveryId, HoldId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { AlertHours } from '@preau/shared/alerts/window.ts';
import type { SessionServices } from '../runtime/bind.ts';
import type { Log } from '../runtime/log.ts';
import type { ReminderDirectory, ReminderServices } from './reminder-services.ts';
import type { ReminderStore } from './reminder-store.ts';

/** Everything known of one pupil's alerts on one school date, read consistently. */
interface PupilAlerts {
  readonly deliveries: readonly Delivery[];
  readonly facts: readonly Fact[];
}

/** The access patterns of `store.ts`; each `save` holds only if nobody wrote since the value was read. */
export interface AlertsStore {
  readonly listDay: (pupilId: PersonId, date: LocalDate) => Promise<PupilAlerts>;
  readonly findDelivery: (deliveryId: DeliveryId) => Promise<Delivery | undefined>;
  readonly addDelivery: (delivery: Delivery) => Promise<boolean>;
  readonly saveDelivery: (delivery: Delivery) => Promise<boolean>;
  readonly listDue: (shard: number, until: Instant) => Promise<readonly Delivery[]>;
  readonly listHeld: (holdId: HoldId, limit: number) => Promise<readonly Delivery[]>;
  readonly countHeld: (holdId: HoldId) => Promise<number>;
  readonly listUnreached: (schoolId: SchoolId, date: LocalDate) => Promise<readonly Delivery[]>;
  readonly listDeliveriesOf: (pupilId: PersonId, month?: string) => Promise<readonly Delivery[]>;
  readonly recordFact: (fact: Fact) => Promise<'new' | 'same' | 'stale'>;
  readonly countAlerts: (schoolId: SchoolId, slot: string, more: number) => Promise<number>;
  readonly listCounts: (schoolId: SchoolId, slots: readonly string[]) => Promise<readonly number[]>;
  readonly findControl: (schoolId: SchoolId) => Promise<Control>;
  readonly saveControl: (control: Control) => Promise<boolean>;
  readonly findHold: (schoolId: SchoolId, holdId: HoldId) => Promise<Hold | undefined>;
  readonly saveHold: (hold: Hold) => Promise<boolean>;
  readonly saveHoldAndControl: (hold: Hold, control: Control) => Promise<boolean>;
  readonly listHolds: (schoolId: SchoolId) => Promise<readonly Hold[]>;
  readonly listDueHolds: (until: Instant) => Promise<readonly Hold[]>;
  readonly listInvalidChannels: (guardianId: PersonId) => Promise<readonly InvalidChannel[]>;
  readonly putInvalidChannel: (channel: InvalidChannel) => Promise<void>;
  readonly spendSms: (month: string, micros: number, capMicros: number, key: string) => Promise<boolean>;
}

/** A provider's answer to one attempt; `unknown` when it may or may not have left. */
export type SendResult =
  | { readonly is: 'accepted' }
  | { readonly is: 'throttled' }
  | { readonly is: 'refused'; readonly reason: DeliveryReason }
  | { readonly is: 'unknown' };

interface Attempt {
  readonly to: string;
  readonly deliveryId: DeliveryId;
  readonly attemptId: string;
}

export type EmailSender = (attempt: Attempt & { readonly message: EmailMessage }) => Promise<SendResult>;
export type SmsSender = (attempt: Attempt & { readonly message: Sms }) => Promise<SendResult>;

export interface Queued {
  readonly deliveryId: DeliveryId;
  readonly schoolId: SchoolId;
  readonly dueAt: Instant;
}

/** Puts deliveries in the sending queue, each delayed until it is due (15 minutes at most). */
export type SendQueue = (queued: readonly Queued[], now: Instant) => Promise<void>;

/** What alerts ask of the directory's door. */
export interface AlertsDirectory {
  readonly listRecipients: (pupilId: PersonId) => Promise<readonly Recipient[]>;
  readonly findPupil: (pupilId: PersonId) => Promise<Pupil | undefined>;
  readonly findSchool: (schoolId: SchoolId) => Promise<Pick<School, 'zone'> | undefined>;
}

/** What every part of the pipeline needs. */
export interface PipelineServices {
  readonly store: AlertsStore;
  readonly directory: AlertsDirectory;
  readonly queue: SendQueue;
  /** When the academy lets families be written to. */
  readonly hours: AlertHours;
  readonly now: () => Instant;
  readonly log: Log;
}

/** What a worker needs to send. */
export interface SendServices extends PipelineServices, ReminderServices {
  readonly directory: AlertsDirectory & ReminderDirectory;
  readonly sendEmail: EmailSender;
  readonly sendSms: SmsSender;
  readonly newId: () => string;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Where families sign in. */
  readonly link: string;
  readonly smsCapMicros: number;
  readonly smsPartMicros: number;
}

/** What the sweep needs: true when the family has already answered about that day. */
export interface SweepServices extends PipelineServices {
  readonly hasAnswered: (delivery: Delivery) => Promise<boolean>;
}

export interface AlertsServices extends SessionServices {
  readonly store: AlertsStore;
  readonly reminders: ReminderStore;
  readonly directory: AlertsDirectory & Pick<ReminderDirectory, 'findSchoolSettings'>;
}
