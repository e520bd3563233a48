import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { GUARD_OFF_SECONDS } from '@preau/shared/alerts/guard.ts';
import { mayDecideHold } from '@preau/shared/alerts/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import type { SchoolId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { holdView } from './list-holds.ts';
import type { AlertsServices, AlertsStore } from './services.ts';

const RACES = 5;

/** The guard closes the hold; after a release it lets the school through for an hour, for the same cause goes on. */
const closeHold = async (store: AlertsStore, schoolId: SchoolId, holdId: string, guardOffUntil: Instant | undefined): Promise<void> => {
  for (let race = 0; race < RACES; race += 1) {
    const { openHoldId, ...control } = await store.findControl(schoolId);
    if (openHoldId !== holdId) return;
    const off = guardOffUntil === undefined ? {} : { guardOffUntil };
    if (await store.saveControl({ ...control, ...off, version: control.version + 1 })) return;
  }
  throw new Error('The hold could not be closed');
};

export const decideHold = bind<AlertsServices>()(alertsOperations.decideHold, {
  subject: ({ input, services }) => services.store.findHold(input.path.schoolId, input.path.holdId),
  may: mayDecideHold,
  run: async ({ actor, subject: hold, input, services, now }) => {
    const { store } = services;
    const { decision, typedCount, reason } = input.body;
    // What the head stopped is resumed by the switch, not by a confirmation.
    if (hold.status !== 'open' || hold.cause === 'switchedOff') return refuse('alerts.hold-decided');
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
    if (!(await store.saveHold(decided))) return refuse('alerts.changed-meanwhile');
    await closeHold(store, hold.schoolId, hold.holdId, decision === 'release' ? addSeconds(now, GUARD_OFF_SECONDS) : undefined);
    return holdView(decided, waiting);
  },
});
