import { ClassId, GroupId, PersonId, SchoolId, SlotId } from '@preau/shared/kernel/ids.ts';
import type { Slot } from '@preau/shared/timetable/schema.ts';

/** A Monday lesson of 3A, changed by what a test says. */
export const aSlot = (change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse('slo_mondaymath'),
  schoolId: SchoolId.parse('sch_college'),
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Mathématiques',
  teachers: [{ personId: PersonId.parse('per_teacher'), name: 'Mme Schmitt' }],
  classes: [{ classId: ClassId.parse('cls_third-a'), name: '3A' }],
  groups: [],
  ...change,
});

export const slotId = (name: string): SlotId => SlotId.parse(`slo_${name}`);
export const classId = (name: string): ClassId => ClassId.parse(`cls_${name}`);
export const groupId = (name: string): GroupId => GroupId.parse(`grp_${name}`);
export const personId = (name: string): PersonId => PersonId.parse(`per_${name}`);
export const schoolId = (name: string): SchoolId => SchoolId.parse(`sch_${name}`);
