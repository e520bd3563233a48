import { nextRung } from '@preau/shared/alerts/classes.ts';
import type { Delivery } from '@preau/shared/alerts/schema.ts';
import { DEFAULT_ZONE } from '@preau/shared/kernel/school-time.ts';
import { newDelivery } from './create.ts';
import { zoneOf } from './hold-burst.ts';
import { reachableBy } from './reachable.ts';
import type { PipelineServices } from './services.ts';
import { transition } from './transition.ts';

const NOT_REACHED = ['bounced', 'failed', 'uncertain', 'cancelled'];

const isSameTelling = (one: Delivery, other: Delivery): boolean =>
  one.guardianId === other.guardianId && one.lessonId === other.lessonId && one.revision === other.revision && one.kind === other.kind;

/** Takes the next rung for a guardian whom this one did not reach; with none left, the family is listed for the office. */
export const climb = async (services: PipelineServices, delivery: Delivery): Promise<void> => {
  if (delivery.ladder !== 'toClimb' && delivery.ladder !== 'ifUnanswered') return;
  const { store, directory, queue } = services;
  const now = services.now();
  const [day, recipients] = await Promise.all([store.listDay(delivery.pupilId, delivery.date), directory.listRecipients(delivery.pupilId)]);
  const recipient = recipients.find((one) => one.personId === delivery.guardianId);
  const isOutdated = day.facts.some((fact) => fact.lessonId === delivery.lessonId && fact.revision > delivery.revision);
  if (recipient === undefined || isOutdated) {
    await transition(store, delivery, { is: 'answered' }, now);
    return;
  }

  const rungs = day.deliveries.filter((one) => isSameTelling(one, delivery));
  const isUnderWay = rungs.some((one) => one.deliveryId !== delivery.deliveryId && !NOT_REACHED.includes(one.state));
  const tried = rungs.map((one) => one.channel);
  const next = isUnderWay ? undefined : nextRung(delivery.alertClass, [...tried, delivery.channel], reachableBy(recipient));
  if (next === undefined) {
    const isReached = isUnderWay || !NOT_REACHED.includes(delivery.state);
    await transition(store, delivery, { is: isReached ? 'climbed' : 'exhausted' }, now);
    return;
  }
  const zone = await zoneOf(services, delivery.schoolId, DEFAULT_ZONE);
  const rung = newDelivery(delivery, next, { now, zone, holdSeconds: 0, hours: services.hours });
  await store.addDelivery(rung);
  await queue([rung], now);
  await transition(store, delivery, { is: 'climbed' }, now);
};
