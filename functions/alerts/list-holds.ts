import { alertsOperations, type HoldView } from '@preau/shared/alerts/api.ts';
import { warningOf } from '@preau/shared/alerts/explanations.ts';
import { mayDecideHold, mayFollowAlerts } from '@preau/shared/alerts/policy.ts';
import type { Hold } from '@preau/shared/alerts/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { AlertsServices } from './services.ts';

/** A burst as the office reads it before deciding. */
export const holdView = (hold: Hold, waiting: number): HoldView => {
  const { holdId, cause, openedAt, usual, status, decidedByName, decidedAt, reason } = hold;
  return {
    holdId,
    cause,
    openedAt,
    waiting,
    usual,
    status,
    warning: warningOf(hold, waiting),
    ...(decidedByName === undefined ? {} : { decidedByName }),
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(reason === undefined ? {} : { reason }),
  };
};

const isSettled = ({ status }: Hold): boolean => status === 'released' || status === 'cancelled';

export const listHolds = bind<AlertsServices>()(alertsOperations.listHolds, {
  subject: async ({ input }) => input.path,
  may: mayFollowAlerts,
  run: async ({ actor, subject, services: { store } }) => {
    const found = await store.listHolds(subject.schoolId);
    const holds = await Promise.all(found.map(async (hold) => holdView(hold, isSettled(hold) ? 0 : await store.countHeld(hold.holdId))));
    return { holds: holds.toSorted((one, other) => other.openedAt.localeCompare(one.openedAt)), mayDecide: mayDecideHold(actor, subject) };
  },
});
