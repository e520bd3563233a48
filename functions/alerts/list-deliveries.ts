import { alertsOperations, type DeliveryView } from '@preau/shared/alerts/api.ts';
import { explain } from '@preau/shared/alerts/explanations.ts';
import { mayReadDeliveries } from '@preau/shared/alerts/policy.ts';
import { isOfficeOf } from '@preau/shared/directory/relations.ts';
import { isOfLesson } from '@preau/shared/alerts/reminders.ts';
import type { LessonDelivery } from '@preau/shared/alerts/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { AlertsServices } from './services.ts';

const viewOf = (delivery: LessonDelivery): DeliveryView => {
  const { deliveryId, guardianId, relationship, channel, kind, date, start, lessonId, state, reason, history } = delivery;
  return {
    deliveryId,
    guardianId,
    relationship,
    channel,
    kind,
    date,
    start,
    lessonId,
    state,
    ...(reason === undefined ? {} : { why: reason }),
    explanation: explain(delivery),
    history,
  };
};

export const listDeliveries = bind<AlertsServices>()(alertsOperations.listDeliveries, {
  subject: ({ input, services }) => services.directory.findPupil(input.path.pupilId),
  may: mayReadDeliveries,
  run: async ({ actor, subject: pupil, input, services }) => {
    const all = (await services.store.listDeliveriesOf(pupil.pupilId, input.query.month)).filter(isOfLesson);
    // A co-guardian's channels and hours of reading are his own.
    const visible = isOfficeOf(actor, pupil.schoolId) ? all : all.filter((delivery) => delivery.guardianId === actor.personId);
    return { deliveries: visible.map(viewOf) };
  },
});
