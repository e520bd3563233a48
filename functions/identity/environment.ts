import { directoryDoor } from '../directory/reads.ts';
import { openDatabase } from '../runtime/database/database.ts';
import { tableName, variable } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { hostedSignIn, postForm } from './hosted-sign-in.ts';
import type { SignInServices } from './services.ts';
import { guichetsOf, hostedSettings } from './settings.ts';
import { identityStore } from './store.ts';

/** What both functions of identity have: the clock, their table, the directory's door and the academy's guichets. */
export const realSignInServices = () => {
  const now = (): string => new Date().toISOString();
  const documents = openDatabase();
  const hosted = hostedSettings();
  return {
    now,
    store: identityStore(tableName('identity'), documents),
    directory: directoryDoor(documents),
    guichets: guichetsOf(variable('GUICHETS')),
    hosted: hosted === undefined ? undefined : hostedSignIn(hosted, postForm, now),
    webOrigin: variable('WEB_ORIGIN'),
    log,
  } satisfies SignInServices;
};
