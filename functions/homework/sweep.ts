import { openDatabase } from '../runtime/database/database.ts';
import { log } from '../runtime/log.ts';
import { releaseDue } from '../runtime/release.ts';
import { handInStoreFrom, homeworkStoreFrom } from './environment.ts';
import { TELLING_SHARDS } from './shards.ts';
import { tell } from './tell.ts';

const RESERVE_MS = 5000;

const client = openDatabase();
const store = homeworkStoreFrom(client);

/** Tells every minute of the work that has become visible and of the changes to it. */
export const handler = async (_event: unknown, context: { readonly getRemainingTimeInMillis: () => number }): Promise<void> => {
  await releaseDue({
    shards: TELLING_SHARDS,
    listDue: store.listTellings,
    release: tell(store, handInStoreFrom(client)),
    now: () => new Date().toISOString(),
    hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS,
    log,
  });
};
