import { isUnusual, slotOf, slotsBefore, usualOf, VOLUME_FLOOR } from '@preau/shared/alerts/guard.ts';
import type { Control, Hold } from '@preau/shared/alerts/schema.ts';
import { HoldId, type SchoolId } from '@preau/shared/kernel/ids.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { PipelineServices } from './services.ts';

export interface Held {
  readonly holdId: HoldId;
  readonly reason: 'unusualVolume' | 'switchedOff';
}

const RACES = 5;

/** The hold that alerts join, as long as nobody decided of it: what joined it later would be looked at by nobody. */
const findOpenHold = async ({ store }: PipelineServices, { schoolId, openHoldId }: Control): Promise<Held | undefined> => {
  const hold = openHoldId === undefined ? undefined : await store.findHold(schoolId, openHoldId);
  return hold?.status === 'open' ? { holdId: hold.holdId, reason: 'unusualVolume' } : undefined;
};

const openHold = async (services: PipelineServices, first: Control, counted: number, usual: number): Promise<Held> => {
  const { store, now } = services;
  let control = first;
  for (let race = 0; race < RACES; race += 1) {
    const { schoolId } = control;
    const openedAt = now();
    const holdId = HoldId.parse(derivedId('hld', `${schoolId}|${openedAt}|${control.version}`));
    const hold: Hold = { holdId, schoolId, cause: 'unusualVolume', openedAt, counted, usual, status: 'open', version: 1 };
    const opened = await store.saveHoldAndControl(hold, { ...control, openHoldId: holdId, version: control.version + 1 });
    if (opened) return { holdId, reason: 'unusualVolume' };
    // Of two workers that saw the same control, one opens a hold and the other joins it.
    control = await store.findControl(schoolId);
    const joined = await findOpenHold(services, control);
    if (joined !== undefined) return joined;
  }
  throw new Error('A hold could not be opened');
};

/** Counts a school's alerts of these ten minutes and says whether they must wait for the office: stopped by the head, or out of all habit. */
export const holdBurst = async (services: PipelineServices, control: Control, zone: string, more: number): Promise<Held | undefined> => {
  const { store, now } = services;
  const slot = slotOf(now(), zone);
  const counted = await store.countAlerts(control.schoolId, slot, more);
  if (control.stopped !== undefined) return { holdId: control.stopped.holdId, reason: 'switchedOff' };
  const joined = await findOpenHold(services, control);
  if (joined !== undefined) return joined;
  if (counted <= VOLUME_FLOOR || (control.guardOffUntil ?? '') > now()) return undefined;
  const usual = usualOf(await store.listCounts(control.schoolId, slotsBefore(slot)));
  return isUnusual(counted, usual) ? openHold(services, control, counted, usual) : undefined;
};

/** The zone whose hours a school's families are written to in. */
export const zoneOf = async ({ directory }: Pick<PipelineServices, 'directory'>, schoolId: SchoolId, fallback: string): Promise<string> =>
  (await directory.findSchool(schoolId))?.zone ?? fallback;
