import { afterDecision } from '@preau/shared/alerts/holds.ts';
import type { Control, Hold } from '@preau/shared/alerts/schema.ts';
import type { AlertsStore } from './services.ts';

const RACES = 5;

/**
 * Writes what was decided of a hold together with the control that no longer names it: an alert that joined a decided hold would wait for ever.
 * Undefined when somebody else decided meanwhile; a setting that changes meanwhile is read again.
 */
export const closeHold = async (store: AlertsStore, decided: Hold): Promise<Control | undefined> => {
  for (let race = 0; race < RACES; race += 1) {
    const control = afterDecision(await store.findControl(decided.schoolId), decided);
    if (await store.saveHoldAndControl(decided, control)) return control;
  }
  return undefined;
};
