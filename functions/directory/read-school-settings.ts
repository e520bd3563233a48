import { mayReadSettings } from '@preau/shared/directory/policy.ts';
import { settingsOperations } from '@preau/shared/directory/settings-api.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';
import { loadSettings } from './settings-view.ts';

/** The rules of publication and of work, for all whom they concern; who decided them, for the head. */
export const readSchoolSettings = bind<DirectoryServices>()(settingsOperations.readSchoolSettings, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadSettings,
  run: ({ actor, subject, services, now }) => loadSettings(actor, subject, now, services),
});
