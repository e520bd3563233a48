import { emailOf, smsOf, type EmailMessage } from '@preau/shared/alerts/message.ts';
import { eveningEmailOf, handInEmailOf } from '@preau/shared/alerts/reminder-message.ts';
import { eveningOn, isOfLesson } from '@preau/shared/alerts/reminders.ts';
import type { Delivery, Fact } from '@preau/shared/alerts/schema.ts';
import { toSms, type Sms } from '@preau/shared/alerts/sms.ts';
import type { Recipient } from '@preau/shared/directory/schema.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import { publicationInstant } from '@preau/shared/kernel/publication.ts';
import { DEFAULT_ZONE, localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { windowAt } from '@preau/shared/alerts/window.ts';
import { eveningOf } from './evening-content.ts';
import { zoneOf } from './hold-burst.ts';
import type { SendServices } from './services.ts';

/** Whom a delivery is for at this instant, what it says to him, and from when it may leave. */
export interface Addressee {
  readonly reached: Pick<Recipient, 'language' | 'email' | 'mobile'>;
  readonly email: () => EmailMessage;
  readonly sms: () => Sms;
  readonly opensAt: Instant;
}

export type NobodyNow = 'corrected' | 'rightsChanged';

const ofReminder = (reached: Addressee['reached'], message: EmailMessage, opensAt: Instant, link: string): Addressee => ({
  reached,
  email: () => message,
  sms: () => toSms(`${message.subject}. ${link}`),
  opensAt,
});

/** A reminder is made of what is true when it leaves: work taken back, a right withdrawn or a choice changed is not told. */
const findReader = async (services: SendServices, delivery: Delivery): Promise<Addressee | NobodyNow> => {
  const { directory, reminders, homework, link } = services;
  const now = services.now();
  const [found, settings] = await Promise.all([
    directory.findSubscriber(delivery.guardianId),
    directory.findSchoolSettings(delivery.schoolId),
  ]);
  if (found === undefined) return 'rightsChanged';
  const opensAt = publicationInstant(now, settings.publication, settings.zone);
  const today = localDateOf(now, settings.zone);
  if (delivery.kind === 'evening') {
    const evening = eveningOn(delivery.date, settings);
    const choice = await reminders.findChoice(delivery.guardianId);
    if (evening === undefined || evening.covers < today) return 'corrected';
    const children = await eveningOf(found.actor, choice, { evening, now, news: delivery.news }, services);
    if (children.length === 0) return 'corrected';
    return ofReminder(found, eveningEmailOf(children, evening.covers, found.language, link), opensAt, link);
  }
  const work = delivery.homeworkId === undefined ? undefined : await homework.findWork(delivery.homeworkId);
  const { self } = found.actor;
  if (work === undefined || self === undefined || !isDueFor(work, self, now)) return 'corrected';
  const told = { firstName: self.firstName, subject: work.subject, dueOn: work.dueOn };
  return ofReminder(found, handInEmailOf(told, found.language, link), opensAt, link);
};

/** Re-reads everything that may forbid a delivery or change what it says. */
export const findAddressee = async (services: SendServices, delivery: Delivery, facts: readonly Fact[]): Promise<Addressee | NobodyNow> => {
  if (!isOfLesson(delivery)) return findReader(services, delivery);
  const recipients = await services.directory.listRecipients(delivery.pupilId);
  if (facts.some((fact) => fact.lessonId === delivery.lessonId && fact.revision > delivery.revision)) return 'corrected';
  const recipient = recipients.find((one) => one.personId === delivery.guardianId);
  if (recipient === undefined) return 'rightsChanged';
  const zone = await zoneOf(services, delivery.schoolId, DEFAULT_ZONE);
  return {
    reached: recipient,
    email: () => emailOf(delivery, recipient.language, services.link),
    sms: () => smsOf(delivery, recipient.language, services.link),
    opensAt: windowAt(delivery.alertClass, services.now(), zone, services.hours),
  };
};
