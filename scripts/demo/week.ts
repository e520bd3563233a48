import type { DemoSchool, DemoStaff, Service } from './model.ts';
import type { Random } from './random.ts';

/** The hours of a school week; Wednesday afternoons are free. */
const PERIODS = [
  ['08:00', '08:55'],
  ['09:00', '09:55'],
  ['10:10', '11:05'],
  ['11:10', '12:05'],
  ['13:30', '14:25'],
  ['14:30', '15:25'],
  ['15:40', '16:35'],
  ['16:40', '17:35'],
] as const;
const MORNING = 4;
const WEDNESDAY = 3;

/** One hour of the week: who is taught what by whom. */
export interface WeekLesson {
  readonly uai: string;
  readonly weekday: number;
  readonly start: string;
  readonly end: string;
  readonly subject: string;
  readonly classNames: readonly string[];
  readonly groupName?: string;
  readonly teacher: DemoStaff;
  readonly room: string;
}

interface Hour {
  readonly weekday: number;
  readonly period: number;
}

const HOURS: readonly Hour[] = [1, 2, 3, 4, 5].flatMap((weekday) =>
  PERIODS.flatMap((_, period) => (weekday === WEDNESDAY && period >= MORNING ? [] : [{ weekday, period }])),
);

/** Who is busy when: teachers by their key, classes by school and name. */
export type Busy = Set<string>;
const at = (who: string, { weekday, period }: Hour): string => `${who}@${weekday}.${period}`;

interface Unit {
  readonly lessons: readonly { readonly service: Service; readonly teacher: DemoStaff; readonly room: string }[];
  readonly classNames: readonly string[];
  readonly hours: number;
}

const unitsOf = (school: DemoSchool, staff: readonly DemoStaff[]): readonly Unit[] => {
  const taught = staff.flatMap((teacher) =>
    teacher.services.filter((service) => service.uai === school.uai).map((service) => ({ service, teacher })),
  );
  const bands = Map.groupBy(school.groups, (group) => group.level);
  const groups = [...bands].map(([level, band]): Unit => ({
    lessons: taught
      .filter(({ service }) => band.some((group) => group.name === service.groupName))
      .map((one, index) => ({ ...one, room: `G${index + 1}${level}` })),
    classNames: school.classes.filter((one) => one.level === level).map((one) => one.name),
    hours:
      band.length === 0
        ? 0
        : Math.max(
            0,
            ...taught.filter(({ service }) => band.some((group) => group.name === service.groupName)).map(({ service }) => service.hours),
          ),
  }));
  const classes = taught.flatMap(({ service, teacher }): readonly Unit[] => {
    const index = school.classes.findIndex((one) => one.name === service.className);
    return index < 0
      ? []
      : [{ lessons: [{ service, teacher, room: `S${101 + index}` }], classNames: [service.className ?? ''], hours: service.hours }];
  });
  return [...groups, ...classes];
};

const lessonsOf = (school: DemoSchool, unit: Unit, { weekday, period }: Hour): readonly WeekLesson[] => {
  const [start, end] = PERIODS[period] ?? PERIODS[0];
  return unit.lessons.map(({ service, teacher, room }) => ({
    uai: school.uai,
    weekday,
    start,
    end,
    subject: service.subject,
    classNames: unit.classNames,
    teacher,
    room,
    ...(service.groupName === undefined ? {} : { groupName: service.groupName }),
  }));
};

/** A week in which nobody is in two places: groups first, then classes; an hour that finds no place is left out, as it happens. */
export const weekOf = (chance: Random, school: DemoSchool, staff: readonly DemoStaff[], busy: Busy): readonly WeekLesson[] => {
  const lessons: WeekLesson[] = [];
  for (const unit of unitsOf(school, staff)) {
    const who = [...unit.classNames.map((name) => `${school.uai} ${name}`), ...unit.lessons.map(({ teacher }) => teacher.jointure)];
    let left = unit.hours;
    const days = new Set<number>();
    // A subject comes once a day first, twice only when the week is full.
    for (const again of [false, true]) {
      for (const hour of chance.shuffle(HOURS)) {
        if (left === 0 || (!again && days.has(hour.weekday)) || who.some((one) => busy.has(at(one, hour)))) continue;
        for (const one of who) busy.add(at(one, hour));
        days.add(hour.weekday);
        left -= 1;
        lessons.push(...lessonsOf(school, unit, hour));
      }
    }
  }
  return lessons;
};
