import { alertsOperations, type UnreachedFamily } from '@preau/shared/alerts/api.ts';
import { isOfficeCancelled } from '@preau/shared/alerts/delivery.ts';
import { adviceFor, explain } from '@preau/shared/alerts/explanations.ts';
import { mayFollowAlerts } from '@preau/shared/alerts/policy.ts';
import { isOfLesson } from '@preau/shared/alerts/reminders.ts';
import type { LessonDelivery } from '@preau/shared/alerts/schema.ts';
import type { Pupil } from '@preau/shared/directory/schema.ts';
import { DEFAULT_ZONE, localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { zoneOf } from './hold-burst.ts';
import type { AlertsServices } from './services.ts';

const familyOf = (delivery: LessonDelivery, pupil: Pupil | undefined): UnreachedFamily => {
  const { deliveryId, pupilId, firstName, guardianId, relationship, channel, kind, lessonId, start, state, reason } = delivery;
  return {
    deliveryId,
    pupilId,
    firstName,
    lastName: pupil?.lastName ?? '',
    ...(pupil?.className === undefined ? {} : { className: pupil.className }),
    guardianId,
    relationship,
    channel,
    kind,
    lessonId,
    start,
    state,
    ...(reason === undefined ? {} : { why: reason }),
    explanation: explain(delivery),
    advice: adviceFor(reason),
    at: delivery.history.at(-1)?.at ?? delivery.createdAt,
  };
};

export const listUnreached = bind<AlertsServices>()(alertsOperations.listUnreached, {
  subject: async ({ input }) => input.path,
  may: mayFollowAlerts,
  run: async ({ subject: { schoolId }, input, services, now }) => {
    const date = input.query.date ?? localDateOf(now, await zoneOf(services, schoolId, DEFAULT_ZONE));
    const found = (await services.store.listUnreached(schoolId, date)).filter(isOfLesson);
    const unreached = found.filter((delivery) => !isOfficeCancelled(delivery));
    const ids = [...new Set(unreached.map((delivery) => delivery.pupilId))];
    const pupils = new Map(await Promise.all(ids.map(async (id) => [id, await services.directory.findPupil(id)] as const)));
    return {
      date,
      families: unreached.map((delivery) => familyOf(delivery, pupils.get(delivery.pupilId))),
      cancelled: found.length - unreached.length,
    };
  },
});
