import { describe, expect, it } from 'vitest';
import { ClassId, GroupId, PersonId, SchoolId, SlotId } from '../kernel/ids.ts';
import type { Slot } from './schema.ts';
import { subjectName, subjectsTaught } from './taught.ts';

const A = { classId: ClassId.parse('cls_sixiemea'), name: '6A' };
const B = { classId: ClassId.parse('cls_sixiemeb'), name: '6B' };
const GERMAN = { groupId: GroupId.parse('grp_german1'), name: '6ALL1' };
const teacher = (name: string) => ({ personId: PersonId.parse(`per_${name.padEnd(8, '0')}`), name });

const slot = (change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse('slo_someslot'),
  schoolId: SchoolId.parse('sch_college'),
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: [],
  subject: 'Français',
  teachers: [teacher('schmitt')],
  classes: [A],
  groups: [],
  ...change,
});

const told = (slots: readonly Slot[], today = '2026-11-23') =>
  subjectsTaught(slots, today).map(
    ({ subject, group, classes, teachers }) =>
      `${subject} ${group?.name ?? ''} ${classes.map(({ name }) => name).join('+')} ${teachers.map(({ name }) => name).join('+')}`,
  );

describe('what is taught', () => {
  it('is each subject of a class once, with all its teachers', () => {
    expect(told([slot(), slot({ weekday: 2 }), slot({ weekday: 3, teachers: [teacher('muller')] })])).toEqual([
      'Français  6A schmitt+muller',
    ]);
  });

  it('is each class apart when they are taught together, and a group once across its classes', () => {
    expect(told([slot({ classes: [A, B] })])).toEqual(['Français  6A schmitt', 'Français  6B schmitt']);
    expect(told([slot({ classes: [A, B], groups: [GERMAN], subject: 'Allemand' })])).toEqual(['Allemand 6ALL1 6A+6B schmitt']);
  });

  it('follows whoever teaches it today, and keeps the last one when nobody does any more', () => {
    const slots = [slot({ until: '2026-10-16' }), slot({ from: '2026-10-17', until: '2027-01-31', teachers: [teacher('muller')] })];
    expect(told(slots, '2026-10-16')).toEqual(['Français  6A schmitt']);
    expect(told(slots, '2026-11-23')).toEqual(['Français  6A muller']);
    expect(told(slots, '2027-03-01')).toEqual(['Français  6A muller']);
  });

  it('names one subject in one way, whatever its capitals, accents and spaces', () => {
    expect(new Set(['FRANCAIS', 'Français', ' francais  '].map(subjectName)).size).toBe(1);
    expect(told([slot(), slot({ subject: 'FRANCAIS' })])).toHaveLength(1);
  });
});
