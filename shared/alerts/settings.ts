import type { SchoolId } from '../kernel/ids.ts';
import type { AlertSettings, Control } from './schema.ts';

/** Families are told within seconds, and an SMS is sent only when the e-mail could not be delivered: nobody pays twice for one absence. */
export const DEFAULT_SETTINGS: AlertSettings = { alertHoldSeconds: 5 };

/** The control of a school that never changed anything. */
export const initialControl = (schoolId: SchoolId, settings: AlertSettings = DEFAULT_SETTINGS): Control => ({
  schoolId,
  settings,
  version: 0,
});
