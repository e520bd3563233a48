import { addSeconds } from '../kernel/school-time.ts';
import { GUARD_OFF_SECONDS } from './guard.ts';
import type { Control, Hold } from './schema.ts';

/** True while the school's alerts are put in this hold: by the guard, or because the head stopped them. */
export const isJoined = ({ openHoldId, stopped }: Control, { holdId }: Hold): boolean =>
  openHoldId === holdId || stopped?.holdId === holdId;

/** The school's control once a hold is decided: nothing joins it any more, and the guard lets a burst that was released go on for an hour, for its cause does. */
export const afterDecision = ({ openHoldId, stopped, ...control }: Control, { holdId, cause, status, decidedAt }: Hold): Control => ({
  ...control,
  ...(openHoldId === undefined || openHoldId === holdId ? {} : { openHoldId }),
  ...(stopped === undefined || stopped.holdId === holdId ? {} : { stopped }),
  ...(cause === 'unusualVolume' && status === 'releasing' && decidedAt !== undefined
    ? { guardOffUntil: addSeconds(decidedAt, GUARD_OFF_SECONDS) }
    : {}),
  version: control.version + 1,
});
