import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalTime } from '../kernel/school-time.ts';
import { countAbsences, DEFAULT_HOURS, halfDaysOf, monthHalfDays, thresholdOf, type LocalInterval, type SchoolHours } from './half-days.ts';
import { aDay, accepted, anAnswer, aDeclaration, lessonAt, observed } from './days.testing.ts';
import type { PupilDay } from './schema.ts';
import { seedOfRun } from '../kernel/seed.testing.ts';

const seed = seedOfRun();

const MONDAY = '2026-11-23';
const DAYS = { Mon: 0, Tue: 1, Wed: 2, Thu: 3, Fri: 4 } as const;
type Day = keyof typeof DAYS | 'NextMon';
const dateOf = (day: Day): string => addDays(MONDAY, day === 'NextMon' ? 7 : DAYS[day]);

const open = { from: '08:00', until: '17:30' };
const school = (cutOver: LocalTime = '11:50'): SchoolHours => ({
  opening: { 1: open, 2: open, 3: { from: '08:00', until: '12:00' }, 4: open, 5: open },
  closures: [],
  cutOver,
});

/** `Tue 11:00 → Wed 10:30`, or on one day `Tue 11:00 → 17:30`. */
const absence = (text: string): LocalInterval => {
  const parts = /^(?<fromDay>\w+) (?<from>\S+) → (?:(?<untilDay>\w+) )?(?<until>\S+)$/.exec(text)?.groups;
  if (parts === undefined) throw new Error(text);
  const fromDay = parts['fromDay'] as Day;
  const untilDay = (parts['untilDay'] ?? fromDay) as Day;
  return { fromDate: dateOf(fromDay), from: parts['from'] ?? '', untilDate: dateOf(untilDay), until: parts['until'] ?? '' };
};

const ROW_11 = [
  'Mon 08:00 → 13:00',
  'Mon 09:00 → 17:00',
  'Tue 10:00 → 10:50',
  'Tue 11:00 → 13:30',
  'Tue 11:00 → 17:30',
  'Tue 11:00 → Wed 10:30',
];

describe('half-days', () => {
  it.each<[string, string[], number, LocalTime?]>([
    ['1', ['Mon 08:00 → 13:00'], 1],
    ['2: an earlier cut-over', ['Mon 08:00 → 13:00'], 2, '11:10'],
    ['3', ['Mon 08:00 → 13:00', 'Mon 09:00 → 17:00'], 2],
    ['3, twice', ['Mon 08:00 → 13:00', 'Mon 09:00 → 17:00', 'Mon 09:00 → 17:00'], 2],
    ['4', ['Tue 10:00 → 10:50', 'Tue 11:00 → 13:30'], 1],
    ['5', ['Tue 11:00 → 17:30'], 2],
    ['6: over a night', ['Tue 11:00 → Wed 10:30'], 3],
    ['6: into a closed afternoon', ['Tue 11:00 → Wed 17:30'], 3],
    ['7: a closed afternoon', ['Wed 16:00 → 17:30'], 0],
    ['7: a night', ['Wed 16:00 → Thu 02:00'], 0],
    ['7: until the morning', ['Wed 16:00 → Thu 09:00'], 1],
    ['8', ['Fri 14:00 → 15:00'], 1, '12:50'],
    ['9: after the cut-over', ['Fri 11:55 → 12:25'], 1, '11:55'],
    ['9: before the cut-over', ['Fri 11:50 → 12:25'], 1, '11:55'],
    ['10', ['Tue 08:00 → 16:30'], 2],
    ['11: all of them', ROW_11, 5],
    ['11, then a night', [...ROW_11, 'Wed 16:00 → Thu 09:00'], 6],
    ['11, then an afternoon', [...ROW_11, 'Wed 16:00 → Thu 09:00', 'Thu 15:00 → 16:00'], 7],
    ['12: a minute short of the tolerance', ['Tue 11:00 → 13:34'], 1],
    ['12: the tolerance', ['Tue 11:00 → 13:35'], 2],
    ['13: four events', ['Mon 08:00 → 09:00', 'Mon 09:00 → 10:00', 'Mon 11:00 → 12:00', 'Mon 12:00 → 13:00'], 1],
    ['14: morning and lunch', ['Tue 08:00 → 09:00', 'Tue 12:30 → 13:30'], 1],
    ['14: lunch alone', ['Tue 12:30 → 13:30'], 1],
    ['15: two short absences', ['Tue 08:00 → 09:00', 'Tue 14:00 → 15:00'], 2],
    ['15: over a weekend', ['Fri 16:00 → NextMon 09:00'], 2],
  ])('count as school life counts them, case %s', (_case, absences, expected, cutOver) => {
    expect(halfDaysOf(absences.map(absence), school(cutOver))).toHaveLength(expected);
  });

  it('tell the morning from the afternoon at the cut-over', () => {
    expect(halfDaysOf([absence('Fri 11:55 → 12:25')], school('11:55'))).toEqual([{ date: dateOf('Fri'), half: 'afternoon' }]);
    expect(halfDaysOf([absence('Fri 11:50 → 12:25')], school('11:55'))).toEqual([{ date: dateOf('Fri'), half: 'morning' }]);
  });

  it('are none on a closed day', () => {
    expect(halfDaysOf([absence('Mon 08:00 → 17:00')], { ...school(), closures: [MONDAY] })).toEqual([]);
  });
});

const time = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const anInterval = fc
  .record({
    day: fc.integer({ min: 0, max: 6 }),
    nights: fc.integer({ min: 0, max: 2 }),
    a: fc.integer({ min: 0, max: 1438 }),
    b: fc.integer({ min: 1, max: 1439 }),
  })
  .filter(({ nights, a, b }) => nights > 0 || a < b)
  .map(({ day, nights, a, b }) => ({
    fromDate: addDays(MONDAY, day),
    from: time(a),
    untilDate: addDays(MONDAY, day + nights),
    until: time(b),
  }));
const key = (intervals: readonly LocalInterval[]) => halfDaysOf(intervals, school()).map((half) => `${half.date} ${half.half}`);

describe(`half-days, whatever the absences (seed ${seed})`, () => {
  it('do not depend on the order of absences', () => {
    fc.assert(
      fc.property(fc.array(anInterval, { maxLength: 6 }), fc.infiniteStream(fc.integer()), (intervals, order) => {
        const shuffled = intervals.map((interval) => ({ interval, rank: order.next().value ?? 0 })).toSorted((a, b) => a.rank - b.rank);
        expect(key(shuffled.map((one) => one.interval))).toEqual(key(intervals));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('do not depend on how an absence is cut', () => {
    fc.assert(
      fc.property(
        fc.array(anInterval, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 1439 }),
        fc.nat(2),
        (intervals, minute, night) => {
          const [first, ...others] = intervals;
          if (first === undefined) return;
          const cut = { date: addDays(first.fromDate, night), time: time(minute) };
          const inside =
            `${first.fromDate} ${first.from}` < `${cut.date} ${cut.time}` &&
            `${cut.date} ${cut.time}` < `${first.untilDate} ${first.until}`;
          fc.pre(inside);
          const pieces = [
            { ...first, untilDate: cut.date, until: cut.time },
            { ...first, fromDate: cut.date, from: cut.time },
          ];
          expect(key([...pieces, ...others])).toEqual(key(intervals));
        },
      ),
      { seed, numRuns: 200 },
    );
  });

  it('are never lowered by one more absence', () => {
    fc.assert(
      fc.property(fc.array(anInterval, { maxLength: 6 }), anInterval, (intervals, more) => {
        expect(key([...intervals, more]).length).toBeGreaterThanOrEqual(key(intervals).length);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('thresholds of a calendar month', () => {
  const absentOn = (date: string, justifications: PupilDay['justifications'] = []) =>
    aDay({ date, observations: observed(['08:00', 'absent']), justifications });
  const OCTOBER = ['2026-10-05', '2026-10-06', '2026-10-08', '2026-10-12'];
  const threshold = (days: ReturnType<typeof aDay>[], month = '2026-10') =>
    thresholdOf(monthHalfDays(days, month, DEFAULT_HOURS).unjustified);

  it('are not reached by 3 in October and 1 in November', () => {
    const days = [...OCTOBER.slice(0, 3), '2026-11-03'].map((date) => absentOn(date));
    expect([threshold(days), threshold(days, '2026-11')]).toEqual(['warn', 'none']);
  });

  it('propose a referral at 4, and take it back when one is accepted', () => {
    const days = OCTOBER.map((date) => absentOn(date));
    expect(threshold(days)).toBe('referral');
    const justified = absentOn('2026-10-05', [accepted(anAnswer({ restOfDay: true }))]);
    expect(threshold([justified, ...days.slice(1)])).toBe('warn');
    expect(monthHalfDays([justified, ...days.slice(1)], '2026-10')).toMatchObject({ total: 4, unjustified: 3 });
  });

  it('still count an answer that waits for the office', () => {
    const days = [absentOn('2026-10-05', [anAnswer({ restOfDay: true })]), ...OCTOBER.slice(1).map((date) => absentOn(date))];
    expect(threshold(days)).toBe('referral');
  });

  it('leave out what is under the school’s responsibility', () => {
    const [first = '', ...others] = OCTOBER;
    const atSchool = { ...absentOn(first), declarations: [aDeclaration({ kind: 'school', from: '08:00', until: '12:00' })] };
    expect(threshold([atSchool, ...others.map((date) => absentOn(date))])).toBe('warn');
  });

  it.each([
    [2, 'none'],
    [3, 'warn'],
    [4, 'referral'],
    [9, 'referral'],
    [10, 'educationalTeam'],
  ])('say of %i: %s', (count, expected) => {
    expect(thresholdOf(count)).toBe(expected);
  });
});

describe('the absences of a period', () => {
  const PERIOD = { from: '2026-10-05', until: '2026-11-30' };
  const refused = aDay({ date: '2026-10-06', observations: observed(['08:00', 'absent'], ['14:00', 'absent']) });
  const excused = aDay({
    date: '2026-10-05',
    observations: observed(['08:00', 'absent'], ['15:00', 'late']),
    justifications: [accepted(anAnswer({ restOfDay: true }))],
  });

  it('are half-days, justified or not, and lates apart', () => {
    expect(countAbsences([refused, excused], PERIOD)).toEqual({ justified: 1, unjustified: 2, lates: 1 });
  });

  it('count a half-day once, as unjustified when a part of it is', () => {
    const half = aDay({
      date: '2026-10-07',
      observations: observed(['08:00', 'absent'], ['10:00', 'absent']),
      justifications: [accepted(anAnswer({ lessonIds: [lessonAt('08:00')] }))],
    });
    expect(countAbsences([half], PERIOD)).toEqual({ justified: 0, unjustified: 1, lates: 0 });
  });

  it('leave out other periods, and lates under the school’s responsibility', () => {
    const atNurse = aDay({
      date: '2026-10-08',
      observations: observed(['08:00', 'late']),
      declarations: [aDeclaration({ kind: 'school', from: '08:00', until: '09:00' })],
    });
    const before = aDay({ date: '2026-10-04', observations: observed(['08:00', 'absent'], ['10:00', 'late']) });
    expect(countAbsences([atNurse, before], PERIOD)).toEqual({ justified: 0, unjustified: 0, lates: 0 });
  });

  it('are never more half-days than the period has of them', () => {
    expect(countAbsences([refused, refused], PERIOD)).toEqual({ justified: 0, unjustified: 2, lates: 0 });
  });
});
