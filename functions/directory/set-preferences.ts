import { directoryOperations } from '@preau/shared/directory/api.ts';
import { maySetPreferences } from '@preau/shared/directory/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';

/** One's own language for pages and alerts. */
export const setPreferences = bind<DirectoryServices>()(directoryOperations.setPreferences, {
  subject: async () => ({}),
  may: maySetPreferences,
  async run({ actor, input: { body }, services }) {
    await services.store.setPreference(actor.personId, { language: body.language });
    return { language: body.language };
  },
});
