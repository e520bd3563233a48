import { nobodyAsks, nothingAsked } from '../reminders.testing.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { USUAL_HOURS } from '@preau/shared/alerts/window.ts';
import { AbsenceId, LessonId, PersonId, SchoolId, type DeliveryId } from '@preau/shared/kernel/ids.ts';
import { memoryStore } from '../memory-store.testing.ts';
import type { AlertsStore, SendResult, SendServices, SweepServices } from '../services.ts';
import { anAbsence, aRecipient } from '../world.testing.ts';
import { faultyWorld, type Faults, type Invocation } from './faults.testing.ts';
import { seeded, virtualTime } from './virtual-time.testing.ts';

/** Monday, 8:05 in Paris. */
const START = Date.parse('2026-11-23T07:05:00.000Z');
const ARRIVALS_MS = 30 * 60_000;
const END_MS = 6 * 3_600_000;
const VISIBILITY_MS = 60_000;
/** The receipts' queue is given back quickly: a receipt must come before the lease ends. */
const RECEIPT_VISIBILITY_MS = 18_000;
const TIMEOUT_MS = 2000;

interface Alert {
  readonly number: number;
  readonly pupilId: PersonId;
  readonly schoolId: SchoolId;
  readonly arrivedAt: number;
}

export type World = SendServices & SweepServices;

/** A way of telling families: what reacts to an event, to a message, to a receipt and to the minute. */
export interface Design {
  readonly name: string;
  readonly onAbsence: (services: World, data: ReturnType<typeof anAbsence>, envelopeId: string) => Promise<void>;
  readonly onMessage: (services: World, deliveryId: DeliveryId) => Promise<void>;
  readonly onReceipt: (services: World, receipt: { deliveryId: string; attemptId: string; says: 'send' | 'hardBounce' }) => Promise<void>;
  readonly onMinute: (services: World) => Promise<void>;
}

export interface Report {
  readonly design: string;
  readonly seed: number;
  readonly alerts: number;
  readonly faults: number;
  readonly lost: number;
  readonly emailsDoubled: number;
  /** Doubled although no receipt of theirs was lost. */
  readonly doubledWithoutCause: number;
  readonly smsResentBlindly: number;
  readonly listed: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

const pupil = (number: number) => PersonId.parse(`per_pupil${String(number).padStart(12, '0')}`);
const schoolOf = (number: number, alerts: number) => SchoolId.parse(`sch_school${number % Math.ceil(alerts / 25)}`);
const hasMailbox = (number: number) => number % 20 >= 3;
const bounces = (number: number) => number % 100 === 57;

const recipientOf = (number: number) => {
  const guardian = {
    ...aRecipient(),
    personId: PersonId.parse(`per_guardian${String(number).padStart(10, '0')}`),
    email: `${number}@example.org`,
    mobile: `+336${number}`,
  };
  const { email: _email, ...mobileOnly } = guardian;
  return hasMailbox(number) ? guardian : mobileOnly;
};

const READS = new Set([
  'listDay',
  'findDelivery',
  'listDue',
  'listHeld',
  'countHeld',
  'listUnreached',
  'listDeliveriesOf',
  'listCounts',
  'findControl',
  'findHold',
  'listHolds',
  'listDueHolds',
  'listInvalidChannels',
]);

/** The real store's guarantees, where every write takes time and may be the last thing that its function does. */
const faultyStore = (store: AlertsStore, { effect }: Invocation): AlertsStore =>
  new Proxy(store, {
    get: (target, name: keyof AlertsStore) =>
      READS.has(name)
        ? target[name]
        : (...values: never[]) => effect(4, () => (target[name] as (...all: never[]) => Promise<unknown>)(...values)),
  });

const percentile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) / 10) / 100;

/** Tells so many families by a design, in virtual time, while everything goes wrong at the stated rates. */
export const simulate = async (design: Design, alerts: number, seed: number, faults: Faults): Promise<Report> => {
  const time = virtualTime();
  const random = seeded(seed);
  const world = faultyWorld(time, random, faults);
  const memory = memoryStore();
  const all = Array.from({ length: alerts }, (_, number): Alert => ({
    number,
    pupilId: pupil(number),
    schoolId: schoolOf(number, alerts),
    arrivedAt: random() * ARRIVALS_MS,
  }));
  const numbers = new Map(all.map((alert) => [alert.pupilId, alert.number]));
  const accepted = new Map<string, number>();
  const firstAccepted = new Map<string, number>();
  const lostReceipts = new Set<string>();
  const doubtfulSms = new Set<string>();
  let smsResentBlindly = 0;
  let ids = 0;

  const pupilOf = (deliveryId: string) => PersonId.parse(`per_${/^dlv_(pupil\d+)/.exec(deliveryId)?.[1]}`);

  const receive = (deliveryId: string, attemptId: string, says: 'send' | 'hardBounce') => {
    const deliver = () =>
      time.at(time.now() + world.between(500, 20_500), () =>
        world.invoke((invocation) => design.onReceipt(servicesOf(invocation), { deliveryId, attemptId, says }), RECEIPT_VISIBILITY_MS),
      );
    deliver();
    if (world.chance(faults.duplicate)) deliver();
  };

  const accept = (channel: 'email' | 'sms', deliveryId: string, attemptId: string) => {
    const pupilId = pupilOf(deliveryId);
    accepted.set(deliveryId, (accepted.get(deliveryId) ?? 0) + 1);
    if (!firstAccepted.has(pupilId)) firstAccepted.set(pupilId, time.now());
    if (channel === 'sms') return;
    if (world.chance(faults.lostReceipt)) {
      lostReceipts.add(deliveryId);
      return;
    }
    receive(deliveryId, attemptId, 'send');
    if (bounces(numbers.get(pupilId) ?? 0)) receive(deliveryId, attemptId, 'hardBounce');
  };

  const provider =
    (channel: 'email' | 'sms', { crash }: Invocation) =>
    async (one: { deliveryId: string; attemptId: string }): Promise<SendResult> => {
      if (channel === 'sms' && doubtfulSms.has(one.deliveryId)) smsResentBlindly += 1;
      if (world.chance(faults.crashBefore)) {
        if (channel === 'sms') doubtfulSms.add(one.deliveryId);
        return crash();
      }
      if (world.chance(faults.throttle)) {
        await time.sleep(20);
        return { is: 'throttled' };
      }
      if (world.chance(faults.ambiguous)) {
        if (channel === 'sms') doubtfulSms.add(one.deliveryId);
        if (random() < 0.5) accept(channel, one.deliveryId, one.attemptId);
        await time.sleep(TIMEOUT_MS);
        return { is: 'unknown' };
      }
      await time.sleep(world.between(60, 250));
      accept(channel, one.deliveryId, one.attemptId);
      if (!world.chance(faults.crashAfter)) return { is: 'accepted' };
      if (channel === 'sms') doubtfulSms.add(one.deliveryId);
      return crash();
    };

  const enqueue = (deliveryId: DeliveryId, dueAt: string) => {
    const deliver = (late: number) =>
      time.at(Math.max(time.now(), Date.parse(dueAt) - START) + late, () =>
        world.invoke((invocation) => design.onMessage(servicesOf(invocation), deliveryId), VISIBILITY_MS),
      );
    const transit = world.between(20, 100);
    deliver(transit);
    if (world.chance(faults.duplicate)) deliver(transit + world.between(0, 10_000));
    if (world.chance(faults.visibilityRace)) deliver(transit + world.between(0, 100));
  };

  const servicesOf = (invocation: Invocation): World => ({
    store: faultyStore(memory.store, invocation),
    ...nothingAsked,
    directory: {
      listRecipients: async (pupilId) => [recipientOf(numbers.get(pupilId) ?? 0)],
      findPupil: async () => undefined,
      findSchool: async () => ({ zone: 'Europe/Paris' }),
      ...nobodyAsks,
    },
    queue: async (queued) => {
      for (const { deliveryId, dueAt } of queued) await invocation.effect(8, () => enqueue(deliveryId, dueAt));
    },
    hours: USUAL_HOURS,
    now: () => new Date(START + time.now()).toISOString(),
    log: () => {},
    sendEmail: provider('email', invocation),
    sendSms: provider('sms', invocation),
    newId: () => `attempt-${(ids += 1)}`,
    sleep: time.sleep,
    link: 'https://ent.example/',
    smsCapMicros: 1e12,
    smsPartMicros: 1,
    hasAnswered: async () => false,
  });

  for (const alert of all) {
    const data = anAbsence({
      pupilId: alert.pupilId,
      schoolId: alert.schoolId,
      absenceId: AbsenceId.parse(`abs_${alert.number}aaaaaa`),
      lessonId: LessonId.parse(`les_lesson${alert.number}`),
    });
    const deliver = (late: number) =>
      time.at(alert.arrivedAt + late, () =>
        world.invoke((invocation) => design.onAbsence(servicesOf(invocation), data, `event-${alert.number}`), VISIBILITY_MS),
      );
    deliver(0);
    if (world.chance(faults.duplicate)) deliver(world.between(0, 10_000));
  }
  for (let minute = 60_000; minute < END_MS; minute += 60_000) {
    time.at(minute, () => world.invoke((invocation) => design.onMinute(servicesOf(invocation)), undefined));
  }
  await time.run(END_MS);

  const listed = new Set(
    memory
      .deliveries()
      .filter((one: Delivery) => one.ladder === 'exhausted')
      .map((one) => one.pupilId),
  );
  const doubled = [...accepted]
    .filter(([deliveryId, count]) => count > 1 && hasMailbox(numbers.get(pupilOf(deliveryId)) ?? 0))
    .map(([deliveryId]) => deliveryId);
  const delays = all.flatMap(({ pupilId, arrivedAt }) => (firstAccepted.get(pupilId) ?? Infinity) - arrivedAt).filter(Number.isFinite);
  const sorted = delays.toSorted((one, other) => one - other);
  return {
    design: design.name,
    seed,
    alerts,
    faults: world.count(),
    lost: all.filter(({ pupilId }) => !firstAccepted.has(pupilId) && !listed.has(pupilId)).length,
    emailsDoubled: doubled.length,
    doubledWithoutCause: doubled.filter((deliveryId) => !lostReceipts.has(deliveryId)).length,
    smsResentBlindly,
    listed: listed.size,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  };
};
