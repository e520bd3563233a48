import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { mayGovernAlerts } from '@preau/shared/alerts/policy.ts';
import type { Control, Hold } from '@preau/shared/alerts/schema.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { HoldId } from '@preau/shared/kernel/ids.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { derivedId } from '../runtime/derived-id.ts';
import { closeHold } from './close-hold.ts';
import { switchView } from './read-switch.ts';
import type { AlertsServices, AlertsStore } from './services.ts';

const nameOf = (actor: Actor): string => `${actor.firstName} ${actor.lastName}`;

/** Stopping opens a hold in which the alerts wait; its reason and its author stay in the list of holds. */
const stop = async (store: AlertsStore, control: Control, actor: Actor, reason: string, now: Instant): Promise<Control | undefined> => {
  const { schoolId } = control;
  const holdId = HoldId.parse(derivedId('hld', `${schoolId}|switch|${now}|${control.version}`));
  const hold: Hold = {
    holdId,
    schoolId,
    cause: 'switchedOff',
    openedAt: now,
    counted: 0,
    usual: 0,
    status: 'open',
    decidedBy: actor.personId,
    decidedByName: nameOf(actor),
    reason,
    version: 1,
  };
  const changed = { ...control, stopped: { holdId, since: now, reason, byName: nameOf(actor) }, version: control.version + 1 };
  return (await store.saveHoldAndControl(hold, changed)) ? changed : undefined;
};

/** Resuming releases what waits and lets the rest through, both at once; whatever has become of the hold, what joined it since is looked at again. */
const resume = async (store: AlertsStore, control: Control, actor: Actor, reason: string, now: Instant): Promise<Control | undefined> => {
  const hold = control.stopped && (await store.findHold(control.schoolId, control.stopped.holdId));
  if (hold === undefined) return undefined;
  return closeHold(store, {
    ...hold,
    decidedBy: actor.personId,
    decidedByName: nameOf(actor),
    decidedAt: now,
    reason: `${hold.reason ?? ''} → ${reason}`,
    status: 'releasing',
    wakeAt: now,
    version: hold.version + 1,
  });
};

export const setSwitch = bind<AlertsServices>()(alertsOperations.setSwitch, {
  subject: async ({ input }) => input.path,
  may: mayGovernAlerts,
  run: async ({ actor, subject, input, services, now }) => {
    const { store } = services;
    const { sending, reason } = input.body;
    const control = await store.findControl(subject.schoolId);
    if (sending === (control.stopped === undefined)) return switchView(control);
    const changed = await (sending ? resume : stop)(store, control, actor, reason, now);
    return changed === undefined ? refuse('alerts.changed-meanwhile') : switchView(changed);
  },
});
