import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { isJoined } from '@preau/shared/alerts/holds.ts';
import { mayDecideHold } from '@preau/shared/alerts/policy.ts';
import type { Hold } from '@preau/shared/alerts/schema.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { closeHold } from './close-hold.ts';
import { holdView } from './list-holds.ts';
import type { AlertsServices, AlertsStore } from './services.ts';

/** A decision that left the school's alerts joining the hold is only half written: asking again finishes it. */
const isDecided = async (store: AlertsStore, hold: Hold): Promise<boolean> =>
  hold.status !== 'open' && !isJoined(await store.findControl(hold.schoolId), hold);

export const decideHold = bind<AlertsServices>()(alertsOperations.decideHold, {
  subject: ({ input, services }) => services.store.findHold(input.path.schoolId, input.path.holdId),
  may: mayDecideHold,
  run: async ({ actor, subject: hold, input, services, now }) => {
    const { store } = services;
    const { decision, typedCount, reason } = input.body;
    // What the head stopped is resumed by the switch, not by a confirmation.
    if (hold.cause === 'switchedOff' || (await isDecided(store, hold))) return refuse('alerts.hold-decided');
    const waiting = await store.countHeld(hold.holdId);
    if (typedCount !== waiting) return refuse('alerts.count-differs', { waiting });

    const decided = {
      ...hold,
      status: decision === 'release' ? ('releasing' as const) : ('cancelling' as const),
      wakeAt: now,
      decidedBy: actor.personId,
      decidedByName: `${actor.firstName} ${actor.lastName}`,
      decidedAt: now,
      reason,
      version: hold.version + 1,
    };
    const closed = await closeHold(store, decided);
    return closed === undefined ? refuse('alerts.changed-meanwhile') : holdView(decided, waiting);
  },
});
