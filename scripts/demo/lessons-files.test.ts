import { describe, expect, it, vi } from 'vitest';
import { readLessonFields, type LessonFields } from '../../functions/timetable/lesson-fields.ts';
import { readLessonLines } from '../../functions/timetable/lesson-lines.ts';
import { addSeconds, instantOf, localDateOf, weekdayOf } from '@preau/shared/kernel/school-time.ts';
import { mailOfRole, ROLES } from './case-staff.ts';
import { generateDemo } from './generate.ts';
import { windowsAround } from './present-hour.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

vi.setConfig({ testTimeout: 30_000 });

const seed = seedOfRun(1);

const linesAt = (now: string): readonly LessonFields[] =>
  generateDemo({ seed, now, today: localDateOf(now), pupils: 60 }).lessons.flatMap((file) => {
    const { lines, anomalies } = readLessonLines(file.bytes);
    expect(anomalies).toEqual([]);
    return lines.map((line) => {
      const fields = readLessonFields(line);
      if ('message' in fields) throw new Error(fields.message);
      return fields;
    });
  });

const on = (lines: readonly LessonFields[], date: string) =>
  lines.filter((line) => line.weekday === weekdayOf(date) && line.from <= date && date <= line.until && !line.except.includes(date));
const underWay = (lines: readonly LessonFields[], now: string) =>
  on(lines, localDateOf(now)).filter(
    (line) => instantOf(localDateOf(now), line.start) <= now && now < instantOf(localDateOf(now), line.end),
  );

const keysOf = (line: LessonFields): readonly string[] => [
  ...line.classNames.map((name) => `${line.uai} ${name} ${line.groupNames.join('')}`),
  ...line.teacherNames,
];

describe('the lessons of the demonstration', () => {
  it.each([
    '2026-11-22T06:30:00.000Z',
    '2026-11-23T08:30:00.000Z',
    '2026-11-25T13:00:00.000Z',
    '2026-12-25T22:50:00.000Z',
    '2026-07-14T22:05:00.000Z',
    '2026-10-25T01:30:00.000Z',
  ])('give every class a lesson under way at %s, one just before and one after', (now) => {
    const lines = linesAt(now);
    expect(new Set(underWay(lines, now).flatMap((line) => line.classNames.map((name) => `${line.uai} ${name}`))).size).toBe(37);
    for (const window of windowsAround(now)) {
      const there = on(lines, window.date).filter((line) => line.start === window.start && line.end === window.end);
      expect(there.length).toBeGreaterThanOrEqual(37);
    }
  });

  it('put nobody in two places, over the whole fortnight around the start', () => {
    const now = '2026-11-23T08:30:00.000Z';
    const lines = linesAt(now);
    for (let day = -7; day <= 7; day += 1) {
      const date = localDateOf(addSeconds(now, day * 86_400));
      const seen = new Map<string, string>();
      for (const line of on(lines, date).toSorted((a, b) => a.start.localeCompare(b.start))) {
        for (const key of keysOf(line)) {
          expect([key, line.start >= (seen.get(key) ?? '')]).toEqual([key, true]);
          seen.set(key, line.end);
        }
      }
    }
  });

  it('give the teachers whom everybody meets a lesson under way', () => {
    const now = '2026-11-22T06:30:00.000Z';
    const teaching = underWay(linesAt(now), now).flatMap((line) => line.teacherNames);
    for (const role of [ROLES.teacher, ROLES.principal, ROLES.twoSchools]) expect(teaching).toContain(mailOfRole(role));
  });

  it('fill the week of each class', () => {
    const lines = linesAt('2026-11-22T06:30:00.000Z').filter((line) => line.from !== line.until);
    const hours = Map.groupBy(
      lines.filter((line) => line.groupNames.length === 0),
      (line) => `${line.uai} ${line.classNames.join()}`,
    );
    expect(hours.size).toBe(37);
    for (const [name, ofClass] of hours) expect(ofClass.length, name).toBeGreaterThanOrEqual(20);
  });
});

describe('the hours around the start', () => {
  it('never cross midnight, follow each other, and hold the present at every minute but the last of a day', () => {
    for (let minute = 0; minute < 1440; minute += 1) {
      const now = instantOf('2026-11-22', `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
      const [before, current, after] = windowsAround(now);
      for (const { start, end } of [before, current, after]) expect(start < end).toBe(true);
      expect(instantOf(before.date, before.end) <= instantOf(current.date, current.start)).toBe(true);
      expect(instantOf(current.date, current.end) <= instantOf(after.date, after.start)).toBe(true);
      expect(instantOf(current.date, current.start) <= now && (now < instantOf(current.date, current.end) || minute === 1439)).toBe(true);
    }
  });
});
