import { describe, expect, it } from 'vitest';
import { ClassId, PersonId, SchoolId, SlotId } from '../kernel/ids.ts';
import { dayOf, hasMoved, isHeld, withoutChange } from './changes.ts';
import { planChange } from './plan-change.ts';
import { lessonIdOf } from './rules.ts';
import type { Lesson, Teacher, WantedChange } from './schema.ts';

const SLOT = SlotId.parse('slo_tuesdayfrench');
const anne: Teacher = { personId: PersonId.parse('per_anneschmitt'), name: 'Anne Schmitt' };
const luc: Teacher = { personId: PersonId.parse('per_lucmartin'), name: 'Luc Martin' };
const paul: Teacher = { personId: PersonId.parse('per_paulweber'), name: 'Paul Weber' };

const lesson: Lesson = {
  lessonId: lessonIdOf(SLOT, '2026-11-24'),
  slotId: SLOT,
  schoolId: SchoolId.parse('sch_college'),
  date: '2026-11-24',
  start: '09:00',
  end: '10:00',
  subject: 'Français',
  room: 'B204',
  teachers: [anne, luc],
  classes: [{ classId: ClassId.parse('cls_third-a'), name: '3A' }],
  groups: [],
};

const NOW = '2026-11-23T07:00:00.000Z';
const plan = (wanted: WantedChange, from: Lesson = lesson, isOpen = true) =>
  planChange(from, wanted, { newcomer: paul, isOpenOn: () => isOpen, now: NOW });
const planned = (wanted: WantedChange, from?: Lesson): Lesson => {
  const found = plan(wanted, from);
  if ('refused' in found) throw new Error(found.refused);
  return found;
};

const MOVED: WantedChange = { kind: 'moved', date: '2026-11-26', start: '14:00', end: '15:00' };

describe('a change', () => {
  it('keeps the lesson’s one name, and the values that the timetable gave', () => {
    for (const wanted of [MOVED, { kind: 'cancelled' } as const, { kind: 'room', room: 'CDI' } as const]) {
      const changed = planned(wanted);
      expect(changed.lessonId).toBe(lesson.lessonId);
      expect(changed.change).toMatchObject({
        kind: wanted.kind,
        since: NOW,
        previous: { date: '2026-11-24', start: '09:00', room: 'B204' },
      });
      expect(withoutChange(changed)).toEqual(lesson);
    }
  });

  it('is made from the timetable, never from an earlier change', () => {
    const again = planned({ kind: 'room', room: 'CDI' }, planned(MOVED));
    expect(again).toMatchObject({ date: '2026-11-24', start: '09:00', room: 'CDI', change: { previous: { room: 'B204' } } });
    expect(hasMoved(again)).toBe(false);
  });

  it('puts the newcomer in the place of one teacher, or of all', () => {
    const one = planned({ kind: 'replaced', teacherId: paul.personId, replacedId: anne.personId, subject: 'Latin' });
    expect([one.teachers, one.subject]).toEqual([[paul, luc], 'Latin']);
    expect(planned({ kind: 'teacher', teacherId: paul.personId }).teachers).toEqual([paul]);
    expect(planned({ kind: 'replaced', teacherId: paul.personId }, { ...lesson, teachers: [] }).teachers).toEqual([paul]);
  });

  it.each<readonly [string, WantedChange]>([
    ['timetable.moved-to-past', { ...MOVED, date: '2026-11-23', start: '07:30', end: '08:00' }],
    ['timetable.hours-reversed', { ...MOVED, end: '13:00' }],
    ['timetable.hours-reversed', { ...MOVED, end: '18:01' }],
    ['timetable.nothing-changed', { ...MOVED, date: '2026-11-24', start: '09:00', end: '10:00' }],
    ['timetable.nothing-changed', { kind: 'room', room: 'B204' }],
    ['timetable.teacher-unknown', { kind: 'replaced', teacherId: paul.personId, replacedId: paul.personId }],
  ])('is refused: %s %j', (code, wanted) => {
    expect(plan(wanted)).toEqual({ refused: code });
  });

  it('never moves a lesson onto a closed day', () => {
    expect(plan(MOVED, lesson, false)).toEqual({ refused: 'timetable.closed-day' });
  });
});

describe('a day', () => {
  const slot = { ...lesson, weekday: 2, from: '2026-09-01', until: '2027-07-02', except: [] };

  it('shows a cancelled lesson where it is, and a moved one where it goes', () => {
    const cancelled = dayOf({ slots: [slot], changed: [planned({ kind: 'cancelled' })] }, '2026-11-24');
    expect(cancelled.lessons.map(isHeld)).toEqual([false]);
    const left = dayOf({ slots: [slot], changed: [planned(MOVED)] }, '2026-11-24');
    expect([left.lessons.length, left.movedAway.length]).toEqual([0, 1]);
    const reached = dayOf({ slots: [], changed: [planned(MOVED)] }, '2026-11-26');
    expect([reached.lessons.length, reached.movedAway.length]).toEqual([1, 0]);
  });

  it('shows a lesson moved within the day once at each of its places', () => {
    const within = dayOf({ slots: [slot], changed: [planned({ ...MOVED, date: '2026-11-24' })] }, '2026-11-24');
    expect([within.lessons.map((one) => one.start), within.movedAway.map((one) => one.change?.previous.start)]).toEqual([
      ['14:00'],
      ['09:00'],
    ]);
  });
});
