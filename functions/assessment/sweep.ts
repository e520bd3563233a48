import { openDatabase } from '../runtime/database/database.ts';
import { log } from '../runtime/log.ts';
import { releaseDue } from '../runtime/release.ts';
import { TELLING_SHARDS } from './announce-marks.ts';
import { assessmentStoresFrom } from './environment.ts';
import { tellMarks } from './tell-marks.ts';

const RESERVE_MS = 5000;

const { store } = assessmentStoresFrom(openDatabase());

/** Tells every minute of the marks that have become visible. */
export const handler = async (_event: unknown, context: { readonly getRemainingTimeInMillis: () => number }): Promise<void> => {
  await releaseDue({
    shards: TELLING_SHARDS,
    listDue: store.listTellings,
    release: tellMarks(store),
    now: () => new Date().toISOString(),
    hasTime: () => context.getRemainingTimeInMillis() > RESERVE_MS,
    log,
  });
};
