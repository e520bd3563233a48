import { alertsOperations, type SwitchView } from '@preau/shared/alerts/api.ts';
import { mayFollowAlerts, mayGovernAlerts } from '@preau/shared/alerts/policy.ts';
import type { Control } from '@preau/shared/alerts/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { AlertsServices } from './services.ts';

/** The switch as the head and the office read it. */
export const switchView = ({ stopped, settings }: Control): SwitchView => {
  if (stopped === undefined) return { sending: true, settings };
  const { since, reason, byName } = stopped;
  return { sending: false, since, reason, byName, settings };
};

export const readSwitch = bind<AlertsServices>()(alertsOperations.readSwitch, {
  subject: async ({ input }) => input.path,
  may: mayFollowAlerts,
  run: async ({ actor, subject, services }) => ({
    ...switchView(await services.store.findControl(subject.schoolId)),
    mayGovern: mayGovernAlerts(actor, subject),
  }),
});
