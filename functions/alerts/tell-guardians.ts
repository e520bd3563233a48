import { firstRungs } from '@preau/shared/alerts/classes.ts';
import { tellingOf, toCancel, type Telling, type Truth } from '@preau/shared/alerts/corrections.ts';
import type { Channel, Delivery } from '@preau/shared/alerts/schema.ts';
import { AbsenceCorrected, AbsenceObserved } from '@preau/shared/attendance/events.ts';
import type { Recipient } from '@preau/shared/directory/schema.ts';
import type { DataOf, Envelope } from '@preau/shared/kernel/event.ts';
import { DEFAULT_ZONE } from '@preau/shared/kernel/school-time.ts';
import { on } from '../runtime/reaction.ts';
import { newDelivery, unreachableDelivery, type Circumstances, type Subject } from './create.ts';
import { holdBurst, zoneOf } from './hold-burst.ts';
import { reachableBy } from './reachable.ts';
import type { PipelineServices } from './services.ts';
import { transition } from './transition.ts';

type Observed = DataOf<typeof AbsenceObserved> | DataOf<typeof AbsenceCorrected>;
type Told = Extract<Telling, { readonly kind: unknown }>;

const RACES = 8;

/** Cancels what has not left and returns what came before: a delivery that left meanwhile is seen as gone. */
const cancelEarlier = async ({ store, now }: PipelineServices, data: Observed): Promise<readonly Delivery[]> => {
  for (let race = 0; race < RACES; race += 1) {
    const { deliveries } = await store.listDay(data.pupilId, data.date);
    const earlier = deliveries.filter((delivery) => delivery.lessonId === data.lessonId && delivery.revision < data.revision);
    const results = await Promise.all(
      toCancel(earlier).map((delivery) => transition(store, delivery, { is: 'cancelled', reason: 'corrected' }, now())),
    );
    if (results.every((result) => result.is !== 'raced')) return earlier;
  }
  throw new Error('What came before changes too often to be cancelled');
};

const subjectOf = (data: Observed, recipient: Recipient, told: Told): Subject => ({
  schoolId: data.schoolId,
  pupilId: data.pupilId,
  firstName: data.firstName,
  guardianId: recipient.personId,
  relationship: recipient.relationship,
  alertClass: 'B',
  kind: told.kind,
  date: data.date,
  start: data.start,
  lessonId: data.lessonId,
  revision: data.revision,
  ...(data.minutesLate === undefined ? {} : { minutesLate: data.minutesLate }),
});

const channelsOf = (recipient: Recipient, told: Told): readonly Channel[] => {
  const reachable = reachableBy(recipient);
  if (told.tell === 'alert') return firstRungs('B', reachable);
  const same = told.channels.filter((channel) => reachable.includes(channel));
  return same.length > 0 ? same : firstRungs('B', reachable);
};

const deliveriesFor = (data: Observed, recipient: Recipient, told: Told, circumstances: Circumstances): readonly Delivery[] => {
  const subject = subjectOf(data, recipient, told);
  const channels = channelsOf(recipient, told);
  if (channels.length === 0) return [unreachableDelivery(subject, circumstances.now)];
  return channels.map((channel) => newDelivery(subject, channel, circumstances));
};

/** Tells a pupil's guardians what is now true of a lesson: nothing if they already know, a first alert, or a correction of what they were told. */
export const tellGuardians = async (services: PipelineServices, truth: Truth, data: Observed, envelope: Envelope): Promise<void> => {
  const { store, directory, queue } = services;
  const { pupilId, schoolId, date, lessonId, revision } = data;
  const known = await store.recordFact({ pupilId, schoolId, date, lessonId, revision, envelopeId: envelope.id });
  if (known === 'stale') return;

  const earlier = await cancelEarlier(services, data);
  const recipients = await directory.listRecipients(pupilId);
  const told = recipients.flatMap((recipient) => {
    const telling = tellingOf(recipient.personId, earlier, truth);
    return telling.tell === 'nothing' ? [] : [{ recipient, telling }];
  });
  if (told.length === 0) return;

  const [control, zone] = await Promise.all([store.findControl(schoolId), zoneOf(services, schoolId, DEFAULT_ZONE)]);
  const alerts = told.filter(({ telling }) => telling.tell === 'alert').length;
  // An event seen again is counted once; a correction of what was wrongly told is never kept back by the guard.
  const held = await holdBurst(services, control, zone, known === 'new' ? alerts : 0);
  const now = services.now();
  const deliveries = told.flatMap(({ recipient, telling }) => {
    const kept = telling.tell === 'alert' || held?.reason === 'switchedOff' ? held : undefined;
    return deliveriesFor(data, recipient, telling, {
      now,
      zone,
      holdSeconds: control.settings.alertHoldSeconds,
      hours: services.hours,
      held: kept,
    });
  });
  await Promise.all(deliveries.map((delivery) => store.addDelivery(delivery)));
  await queue(
    deliveries.filter((delivery) => delivery.state === 'created'),
    now,
  );
};

/** The reactions of alerts to what the attendance domain says. */
export const absenceReactions = (services: PipelineServices) => [
  on(AbsenceObserved, (data, envelope) => tellGuardians(services, data.kind, data, envelope)),
  on(AbsenceCorrected, (data, envelope) => tellGuardians(services, data.now, data, envelope)),
];
