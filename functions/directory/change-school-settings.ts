import { SchoolSettingsChanged } from '@preau/shared/directory/events.ts';
import { mayChangeSettings } from '@preau/shared/directory/policy.ts';
import { settingsOperations } from '@preau/shared/directory/settings-api.ts';
import { faultOf } from '@preau/shared/directory/settings.ts';
import { happened } from '@preau/shared/kernel/event.ts';
import { refuse } from '@preau/shared/kernel/refusal.ts';
import { bind } from '../runtime/bind.ts';
import { isConditionFailure } from '../runtime/entity.ts';
import type { DirectoryServices } from './services.ts';
import { loadSettings } from './settings-view.ts';

/** Adapts the rules of publication and of work: the next version, only over the one that the head has read. */
export const changeSchoolSettings = bind<DirectoryServices>()(settingsOperations.changeSchoolSettings, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayChangeSettings,
  async run({ actor, subject, input, services, now }) {
    const { decided } = input.body;
    const { schoolId } = subject;
    const fault = faultOf(decided);
    if (fault !== undefined) return refuse(`directory.${fault}`);
    const [latest] = await services.store.listSettings(schoolId, 1);
    if ((latest?.version ?? 0) !== input.body.version) return refuse('directory.settings-changed-meanwhile');
    const version = input.body.version + 1;
    const told = happened(SchoolSettingsChanged, { id: `${schoolId}#${version}`, at: now, schoolId, data: { schoolId, version } });
    try {
      await services.store.addSettings({ schoolId, version, decided, decidedBy: actor.personId, decidedAt: now }, [told]);
    } catch (error) {
      if (isConditionFailure(error)) return refuse('directory.settings-changed-meanwhile');
      throw error;
    }
    return loadSettings(actor, subject, now, services);
  },
});
