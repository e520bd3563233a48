import { alertsOperations } from '@preau/shared/alerts/api.ts';
import { mayGovernAlerts } from '@preau/shared/alerts/policy.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { switchView } from './read-switch.ts';
import type { AlertsServices } from './services.ts';

export const changeSettings = bind<AlertsServices>()(alertsOperations.changeSettings, {
  subject: async ({ input }) => input.path,
  may: mayGovernAlerts,
  run: async ({ subject, input, services }) => {
    const control = await services.store.findControl(subject.schoolId);
    const changed = { ...control, settings: input.body, version: control.version + 1 };
    return (await services.store.saveControl(changed)) ? switchView(changed) : refuse('alerts.changed-meanwhile');
  },
});
