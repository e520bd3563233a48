import { isUnusual, slotOf, slotsBefore, usualOf, VOLUME_FLOOR } from '@preau/shared/alerts/guard.ts';
import type { Control } from '@preau/shared/alerts/schema.ts';
import { HoldId, type SchoolId } from '@preau/shared/kernel/ids.ts';
import { derivedId } from '../runtime/derived-id.ts';
import type { PipelineServices } from './services.ts';

export interface Held {
  readonly holdId: HoldId;
  readonly reason: 'unusualVolume' | 'switchedOff';
}

const RACES = 5;

const openHold = async (services: PipelineServices, first: Control, slot: string, counted: number, usual: number): Promise<Held> => {
  const { store, now } = services;
  let control = first;
  for (let race = 0; race < RACES; race += 1) {
    if (control.openHoldId !== undefined) return { holdId: control.openHoldId, reason: 'unusualVolume' };
    const { schoolId } = control;
    // Two workers that saw the same control open the same hold.
    const holdId = HoldId.parse(derivedId('hld', `${schoolId}|${slot}|${control.version}`));
    await store.addHold({ holdId, schoolId, cause: 'unusualVolume', openedAt: now(), counted, usual, status: 'open', version: 1 });
    if (await store.saveControl({ ...control, openHoldId: holdId, version: control.version + 1 }))
      return { holdId, reason: 'unusualVolume' };
    control = await store.findControl(schoolId);
  }
  throw new Error('A hold could not be opened');
};

/** Counts a school's alerts of these ten minutes and says whether they must wait for the office: stopped by the head, or out of all habit. */
export const holdBurst = async (services: PipelineServices, control: Control, zone: string, more: number): Promise<Held | undefined> => {
  const { store, now } = services;
  const slot = slotOf(now(), zone);
  const counted = await store.countAlerts(control.schoolId, slot, more);
  if (control.stopped !== undefined) return { holdId: control.stopped.holdId, reason: 'switchedOff' };
  if (control.openHoldId !== undefined) return { holdId: control.openHoldId, reason: 'unusualVolume' };
  if (counted <= VOLUME_FLOOR || (control.guardOffUntil ?? '') > now()) return undefined;
  const usual = usualOf(await store.listCounts(control.schoolId, slotsBefore(slot)));
  return isUnusual(counted, usual) ? openHold(services, control, slot, counted, usual) : undefined;
};

/** The zone whose hours a school's families are written to in. */
export const zoneOf = async ({ directory }: Pick<PipelineServices, 'directory'>, schoolId: SchoolId, fallback: string): Promise<string> =>
  (await directory.findSchool(schoolId))?.zone ?? fallback;
