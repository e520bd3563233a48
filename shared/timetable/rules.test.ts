import { describe, expect, it } from 'vitest';
import { ClassId, GroupId, PersonId, SchoolId, SlotId } from '../kernel/ids.ts';
import {
  currentLesson,
  hasRegisterOpened,
  isFor,
  isUnderWay,
  lessonIdOf,
  lessonOn,
  lessonsOn,
  nextLesson,
  partsOfLessonId,
  phaseOf,
  registerOpensAt,
  takesPlaceOn,
} from './rules.ts';
import type { Slot } from './schema.ts';

const aSlot = (change: Partial<Slot> = {}): Slot => ({
  slotId: SlotId.parse('slo_mondaymath'),
  schoolId: SchoolId.parse('sch_college'),
  weekday: 1,
  start: '08:00',
  end: '09:00',
  from: '2026-09-01',
  until: '2027-07-02',
  except: ['2026-10-19'],
  subject: 'Mathématiques',
  teachers: [{ personId: PersonId.parse('per_teacher'), name: 'Mme Schmitt' }],
  classes: [{ classId: ClassId.parse('cls_third-a'), name: '3A' }],
  groups: [],
  ...change,
});

const lesson = (change: Partial<Slot> = {}, date = '2026-11-23') => {
  const found = lessonOn(aSlot(change), date);
  if (found === undefined) throw new Error('No lesson');
  return found;
};

describe('a lesson’s name', () => {
  it('gives back its slot and its date', () => {
    const lessonId = lessonIdOf(aSlot().slotId, '2026-11-23');
    expect(lessonId).toBe('les_mondaymath-20261123');
    expect(partsOfLessonId(lessonId)).toEqual({ slotId: 'slo_mondaymath', date: '2026-11-23' });
  });

  it.each([
    '',
    'les_',
    'les_mondaymath',
    'les_mondaymath-20260230',
    'les_mondaymath-2026112',
    'les_a-20261123',
    'slo_mondaymath-20261123',
    'les_mon daymath-20261123',
  ])('means nothing when it is %j', (lessonId) => {
    expect(partsOfLessonId(lessonId)).toBeUndefined();
  });

  it('holds slots whose own name has dashes', () => {
    const slotId = SlotId.parse('slo_a-b-20250101');
    expect(partsOfLessonId(lessonIdOf(slotId, '2026-11-23'))).toEqual({ slotId, date: '2026-11-23' });
  });
});

describe('occurrences', () => {
  it.each([
    ['2026-09-07', true],
    ['2027-06-28', true],
    ['2026-09-08', false],
    ['2026-08-31', false],
    ['2027-07-05', false],
    ['2026-10-19', false],
  ])('on %s: %s', (date, expected) => {
    expect(takesPlaceOn(aSlot(), date)).toBe(expected);
  });

  it('includes the first and the last date', () => {
    expect(takesPlaceOn(aSlot({ from: '2026-11-23', until: '2026-11-23' }), '2026-11-23')).toBe(true);
  });

  it('come in the order of the day', () => {
    const slots = [
      aSlot({ start: '14:00', end: '15:00' }),
      aSlot(),
      aSlot({ start: '08:00', end: '08:30', slotId: SlotId.parse('slo_shorter') }),
    ];
    expect(lessonsOn(slots, '2026-11-23').map((one) => one.end)).toEqual(['08:30', '09:00', '15:00']);
  });

  it('carry neither the weekday nor the slot’s dates', () => {
    expect(Object.keys(lesson()).toSorted()).toEqual([
      'classes',
      'date',
      'end',
      'groups',
      'lessonId',
      'schoolId',
      'slotId',
      'start',
      'subject',
      'teachers',
    ]);
  });
});

describe('the hour', () => {
  it('opens the register ten minutes before the lesson, in winter and in summer', () => {
    expect(registerOpensAt(lesson())).toBe('2026-11-23T06:50:00.000Z');
    expect(registerOpensAt(lesson({}, '2026-09-07'))).toBe('2026-09-07T05:50:00.000Z');
    expect(hasRegisterOpened(lesson(), '2026-11-23T06:49:59.999Z')).toBe(false);
    expect(hasRegisterOpened(lesson(), '2026-11-23T06:50:00Z')).toBe(true);
  });

  it('has a lesson under way from the opening of its register to its end', () => {
    expect(['07:49', '07:50', '08:59', '09:00'].map((time) => isUnderWay(lesson(), time))).toEqual([false, true, true, false]);
  });

  it('keeps 08:00 at 08:00 on both sides of the change of hour', () => {
    const [friday, monday] = [lesson({ weekday: 5 }, '2026-10-23'), lesson({}, '2026-10-26')];
    expect(phaseOf(friday, '2026-10-23T06:00:00Z')).toBe('now');
    expect(phaseOf(monday, '2026-10-26T06:00:00Z')).toBe('later');
    expect(phaseOf(monday, '2026-10-26T07:00:00Z')).toBe('now');
  });

  it('is the school’s, overseas as well', () => {
    expect(registerOpensAt(lesson(), 'Indian/Reunion')).toBe('2026-11-23T03:50:00.000Z');
  });

  it.each([
    ['2026-11-23T06:59:59.999Z', 'later', undefined, '08:00'],
    ['2026-11-23T07:00:00.000Z', 'now', '08:00', '09:00'],
    ['2026-11-23T08:00:00.000Z', 'over', '09:00', undefined],
    ['2026-11-23T09:00:00.000Z', 'over', undefined, undefined],
  ])('at %s the first lesson is %s', (now, phase, current, next) => {
    const lessons = [lesson(), lesson({ start: '09:00', end: '10:00', slotId: SlotId.parse('slo_second') })];
    expect(phaseOf(lesson(), now)).toBe(phase);
    expect(currentLesson(lessons, now)?.start).toBe(current);
    expect(nextLesson(lessons, now)?.start).toBe(next);
  });
});

describe('who attends', () => {
  const classId = ClassId.parse('cls_third-a');
  const latin = { groupId: GroupId.parse('grp_latins'), name: '3LAT' };

  it('is the whole class without groups, and the members only with groups', () => {
    expect(isFor(lesson(), { classId, groupIds: [] })).toBe(true);
    expect(isFor(lesson(), { groupIds: [] })).toBe(false);
    expect(isFor(lesson({ groups: [latin] }), { classId, groupIds: [] })).toBe(false);
    expect(isFor(lesson({ groups: [latin] }), { classId: ClassId.parse('cls_third-b'), groupIds: [latin.groupId] })).toBe(true);
  });
});
