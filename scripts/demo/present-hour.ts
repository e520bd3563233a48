import {
  addDays,
  localDateOf,
  localTimeOf,
  minutesOf,
  type Instant,
  type LocalDate,
  type LocalTime,
} from '@preau/shared/kernel/school-time.ts';
import type { DemoSchool, DemoStaff } from './model.ts';
import type { Random } from './random.ts';

const DAY = 1440;
const LESSON = 55;
const BREAK = 5;
const BEGAN_AGO = 15;

/** A dated window of one lesson. */
export interface Window {
  readonly date: LocalDate;
  readonly start: LocalTime;
  readonly end: LocalTime;
}

const timeOf = (minutes: number): LocalTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** A lesson never crosses midnight: it is cut there, and belongs to the date on which it holds. */
const windowOf = (date: LocalDate, from: number, to: number): Window => {
  if (from >= DAY) return windowOf(addDays(date, 1), from - DAY, to - DAY);
  if (to <= 0) return windowOf(addDays(date, -1), from + DAY, to + DAY);
  return { date, start: timeOf(Math.max(0, from)), end: timeOf(Math.min(DAY - 1, to)) };
};

/** The lesson that has just ended, the one under way and the next one, whatever the hour and the day. */
export const windowsAround = (now: Instant, zone?: string): readonly [before: Window, current: Window, after: Window] => {
  const date = localDateOf(now, zone);
  const minutes = minutesOf(localTimeOf(now, zone));
  const begins = Math.max(0, Math.floor((minutes - BEGAN_AGO) / 5) * 5);
  const ends = Math.min(DAY, begins + LESSON);
  return [
    windowOf(date, begins - BREAK - LESSON, begins - BREAK),
    windowOf(date, begins, ends),
    windowOf(date, ends + BREAK, ends + BREAK + LESSON),
  ];
};

interface Candidate {
  readonly teacher: DemoStaff;
  readonly subject: string;
}

export interface PresentLesson extends Window {
  readonly uai: string;
  readonly className: string;
  readonly teacher: DemoStaff;
  readonly subject: string;
}

/** A teacher whom everybody meets, and the class that he has at the present hour. */
export interface Appointment {
  readonly teacher: DemoStaff;
  readonly uai: string;
  readonly className: string;
}

const keyOf = (uai: string, className: string): string => `${uai} ${className}`;

/** Gives each class one of its own teachers, no teacher twice: augmenting paths around the appointments. */
const match = (
  classes: readonly string[],
  candidates: ReadonlyMap<string, readonly Candidate[]>,
  appointments: readonly Appointment[],
): ReadonlyMap<string, Candidate> => {
  const byTeacher = new Map(appointments.map(({ teacher, uai, className }) => [teacher.jointure, keyOf(uai, className)] as const));
  const appointed = new Set(byTeacher.keys());
  const taken = new Set(byTeacher.values());
  const assign = (className: string, seen: Set<string>): boolean => {
    for (const { teacher } of candidates.get(className) ?? []) {
      if (seen.has(teacher.jointure) || appointed.has(teacher.jointure)) continue;
      seen.add(teacher.jointure);
      const holder = byTeacher.get(teacher.jointure);
      if (holder !== undefined && !assign(holder, seen)) continue;
      byTeacher.set(teacher.jointure, className);
      return true;
    }
    return false;
  };
  for (const className of classes) if (!taken.has(className)) assign(className, new Set());
  return new Map(
    [...byTeacher].flatMap(([jointure, className]) => {
      const found = candidates.get(className)?.find(({ teacher }) => teacher.jointure === jointure);
      return found === undefined ? [] : [[className, found] as const];
    }),
  );
};

/** One lesson before, one now and one after for every class, the appointments kept at each of these hours. */
export const presentLessons = (
  chance: Random,
  schools: readonly DemoSchool[],
  staff: readonly DemoStaff[],
  windows: readonly Window[],
  appointments: readonly Appointment[],
): readonly PresentLesson[] =>
  windows.flatMap((window) => {
    const candidates = new Map<string, Candidate[]>();
    for (const teacher of chance.shuffle(staff)) {
      for (const { uai, className, subject } of teacher.services) {
        if (className === undefined) continue;
        const key = keyOf(uai, className);
        candidates.set(key, [...(candidates.get(key) ?? []), { teacher, subject }]);
      }
    }
    const classes = schools.flatMap((school) => school.classes.map(({ name }) => keyOf(school.uai, name)));
    return [...match(classes, candidates, appointments)].map(([key, { teacher, subject }]) => ({
      ...window,
      teacher,
      subject,
      uai: key.slice(0, 8),
      className: key.slice(9),
    }));
  });
