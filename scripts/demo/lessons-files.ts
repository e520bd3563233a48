import { weekdayOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { termOf } from './calendar.ts';
import { ROLES } from './case-staff.ts';
import type { DemoStaff, Population } from './model.ts';
import { presentLessons, windowsAround, type Appointment, type PresentLesson, type Window } from './present-hour.ts';
import { random } from './random.ts';
import { MAIN_SCHOOLS, SUBJECTS } from './schools.ts';
import { weekOf, type Busy, type WeekLesson } from './week.ts';

export interface LessonsFile {
  readonly uai: string;
  /** `emploi-du-temps-0579001A.csv`. */
  readonly fileName: string;
  readonly bytes: Buffer;
}

const HEADER = ['uai', 'jour', 'debut', 'fin', 'classes', 'groupes', 'matiere', 'enseignants', 'salle', 'du', 'au', 'sauf'];
const DAYS = ['', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

const french = (date: LocalDate): string => date.split('-').toReversed().join('/');
const subjectOf = (code: string): string => SUBJECTS[code] ?? code;

/** Files of one academy come from several programs: mails or names, semicolons or commas, UTF-8 or Windows. */
interface Dialect {
  readonly separator: string;
  readonly encode: (text: string) => Buffer;
  readonly nameOf: (teacher: DemoStaff) => string;
}

const DIALECTS: readonly Dialect[] = [
  { separator: ';', encode: (text) => Buffer.from(`\uFEFF${text}`), nameOf: (teacher) => teacher.mail },
  { separator: ';', encode: (text) => Buffer.from(text, 'latin1'), nameOf: (teacher) => teacher.mail },
  { separator: ',', encode: (text) => Buffer.from(text), nameOf: ({ lastName, firstName }) => `${lastName.toUpperCase()} ${firstName}` },
];

const closedDates = (lesson: WeekLesson, windows: readonly Window[], closures: readonly (readonly [LocalDate, LocalDate])[]): string =>
  [
    ...closures.map(([first, last]) => (first === last ? french(first) : `${french(first)}..${french(last)}`)),
    // The extra lessons of the present hour take the place of those of the week.
    ...windows
      .filter((window) => weekdayOf(window.date) === lesson.weekday && window.start < lesson.end && lesson.start < window.end)
      .map((window) => french(window.date)),
  ].join('|');

const present = (lesson: PresentLesson, dialect: Dialect, room: string): readonly string[] => [
  lesson.uai,
  DAYS[weekdayOf(lesson.date)] ?? '',
  lesson.start,
  lesson.end,
  lesson.className,
  '',
  subjectOf(lesson.subject),
  dialect.nameOf(lesson.teacher),
  room,
  french(lesson.date),
  french(lesson.date),
  '',
];

const quoted = (cell: string, separator: string): string =>
  cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Whoever is logged in as a teacher has the class of a child whose parents can be logged in as: Léa's 4B, Inès's 6A. */
const appointmentsOf = (staff: readonly DemoStaff[]): readonly Appointment[] =>
  (
    [
      [ROLES.teacher, '4B'],
      [ROLES.twoSchools, '6A'],
      [ROLES.principal, '4A'],
    ] as const
  ).flatMap(([{ firstName, lastName }, className]) => {
    const teacher = staff.find((one) => one.firstName === firstName && one.lastName === lastName);
    return teacher === undefined ? [] : [{ teacher, className, uai: MAIN_SCHOOLS[0].uai }];
  });

/** One lessons file per main school: the week over the term, and for every class a lesson just ended, one under way and one to come at the instant of the start. */
export const lessonsFiles = (population: Population, seed: number, now: Instant, today: LocalDate): readonly LessonsFile[] => {
  const term = termOf(today);
  const windows = windowsAround(now);
  const busy: Busy = new Set();
  const appointments = appointmentsOf(population.staff);
  const extra = presentLessons(random(seed, 'present hour'), population.schools, population.staff, windows, appointments);
  return population.schools.map((school, index) => {
    const dialect = DIALECTS[index % DIALECTS.length] ?? DIALECTS[0];
    if (dialect === undefined) throw new Error('No dialect');
    const rows = [
      HEADER,
      ...weekOf(random(seed, `${school.uai} week`), school, population.staff, busy).map((lesson) => [
        lesson.uai,
        DAYS[lesson.weekday] ?? '',
        lesson.start,
        lesson.end,
        lesson.classNames.join('|'),
        lesson.groupName ?? '',
        subjectOf(lesson.subject),
        dialect.nameOf(lesson.teacher),
        lesson.room,
        french(term.from),
        french(term.until),
        closedDates(lesson, windows, term.closures),
      ]),
      ...extra
        .filter((lesson) => lesson.uai === school.uai)
        .map((lesson) => present(lesson, dialect, `S${101 + school.classes.findIndex((one) => one.name === lesson.className)}`)),
    ];
    const text = rows.map((row) => row.map((cell) => quoted(cell, dialect.separator)).join(dialect.separator)).join('\r\n');
    return { uai: school.uai, fileName: `emploi-du-temps-${school.uai}.csv`, bytes: dialect.encode(`${text}\r\n`) };
  });
};
