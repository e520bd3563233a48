import type { Mark } from '@preau/shared/attendance/schema.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, instantOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { foldRegister } from '../../functions/attendance/fold-register.ts';
import type { DayServices } from '../../functions/attendance/services.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { schoolDaysBefore, termOf } from './calendar.ts';
import type { Population } from './model.ts';
import { pastDayOf, markAt, type PastDay } from './past-plan.ts';
import { answerFor, type Office, type Speakers } from './past-justifications.ts';
import { random } from './random.ts';

export interface PastWorld {
  readonly main: Population;
  readonly seed: number;
  readonly today: LocalDate;
  /** School days to write, counted back from today. */
  readonly days: number;
  readonly services: DayServices;
  readonly speakers: Speakers;
}

export interface PastWritten {
  readonly registers: number;
  readonly absences: number;
  readonly justifications: number;
}

const AT_ONCE = 8;
const ROLL_CALL_SECONDS = 420;
const NOT_CALLED = 0.03;

export const demoPersonId = (jointure: string): PersonId => PersonId.parse(derivedId('per', `NANCY-METZ-${jointure}`));
const schoolIdOf = (uai: string): SchoolId => SchoolId.parse(derivedId('sch', uai));

const officeOf = (main: Population, uai: string): Office => {
  const cpe = main.staff.find((staff) => staff.posts.some((post) => post.uai === uai && post.functionCode === 'CPE'));
  if (cpe === undefined) throw new Error(`No CPE in ${uai}`);
  return { personId: demoPersonId(cpe.jointure), name: `${cpe.firstName} ${cpe.lastName}` };
};

interface SchoolDay {
  readonly uai: string;
  readonly date: LocalDate;
  readonly daysBack: number;
}

type Roster = (lesson: Lesson) => Promise<readonly RosterPupil[]>;

/** Rosters do not change during the writing: one read per class or group. */
const rosters = ({ directory }: Pick<DayServices, 'directory'>): Roster => {
  const known = new Map<string, Promise<readonly RosterPupil[]>>();
  return async (lesson) => {
    const query = { classIds: lesson.classes.map((one) => one.classId), groupIds: lesson.groups.map((one) => one.groupId) };
    const key = JSON.stringify(query);
    const found = known.get(key) ?? directory.listRoster(query);
    known.set(key, found);
    return await found;
  };
};

const takenAtOf = (lesson: Lesson): Instant => addSeconds(instantOf(lesson.date, lesson.start), ROLL_CALL_SECONDS);

const writeRegister = async (lesson: Lesson, marks: readonly Mark[], called: number, { services }: PastWorld): Promise<boolean> => {
  const [teacher] = lesson.teachers;
  if (teacher === undefined) return false;
  const { schoolId, date, start, end, lessonId } = lesson;
  const takenAt = takenAtOf(lesson);
  const changes = marks.map((after) => ({ pupilId: after.pupilId, after }));
  const register = { schoolId, lessonId, date, start, end, version: 1, changes, takenAt, role: 'teacher' as const };
  // No event: families knew of this past by other means.
  await services.store.addRegister(
    { ...register, marks: [...marks], called, takenBy: teacher.personId, takenByName: teacher.name, requestId: `demo-${lessonId}` },
    [],
  );
  if (changes.length > 0) await foldRegister(services, { telling: 'silently' })({ ...register, subject: lesson.subject });
  return true;
};

const writeSchoolDay = async ({ uai, date, daysBack }: SchoolDay, world: PastWorld, rosterOf: Roster): Promise<PastWritten> => {
  const { services, seed } = world;
  const keys = new Map(
    world.main.pupils.filter((pupil) => pupil.uai === uai).map((pupil) => [demoPersonId(pupil.jointure), pupil.jointure]),
  );
  const lessons = await services.timetable.listLessonsOfSchool(schoolIdOf(uai), date);
  const past = new Map<PersonId, PastDay>();
  for (const [pupilId, jointure] of keys) {
    const day = pastDayOf(seed, jointure, daysBack);
    if (day !== undefined) past.set(pupilId, day);
  }
  let registers = 0;
  const marked = new Set<PersonId>();
  for (const lesson of lessons) {
    const pupils = await rosterOf(lesson);
    const marks = pupils.flatMap((pupil) => {
      const day = past.get(pupil.pupilId);
      if (day === undefined) return [];
      const rank = lessons.filter((one) => isFor(one, pupil)).findIndex((one) => one.lessonId === lesson.lessonId);
      return markAt(pupil.pupilId, day, lesson, rank) ?? [];
    });
    const forgotten = marks.length === 0 && random(seed, lesson.lessonId).chance(NOT_CALLED);
    if (forgotten || !(await writeRegister(lesson, marks, pupils.length, world))) continue;
    registers += 1;
    for (const mark of marks) if (mark.kind === 'absent') marked.add(mark.pupilId);
  }
  let justifications = 0;
  const office = officeOf(world.main, uai);
  for (const pupilId of marked) {
    const day = past.get(pupilId);
    if (day !== undefined && (await answerFor({ pupilId, date, outcome: day.outcome }, office, services, world.speakers)))
      justifications += 1;
  }
  return { registers, absences: marked.size, justifications };
};

/** Writes some weeks of roll calls, absences and answers in every state, as the school would have; writing twice is writing once, and nobody is alerted. */
export const writePastAttendance = async (world: PastWorld): Promise<PastWritten> => {
  const dates = schoolDaysBefore(termOf(world.today), world.today, world.days);
  const waiting = dates.flatMap((date, index) => world.main.schools.map(({ uai }) => ({ uai, date, daysBack: index + 1 })));
  const rosterOf = rosters(world.services);
  const written: PastWritten[] = [];
  const worker = async (): Promise<void> => {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) written.push(await writeSchoolDay(day, world, rosterOf));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const sum = (of: (one: PastWritten) => number): number => written.reduce((total, one) => total + of(one), 0);
  return { registers: sum((one) => one.registers), absences: sum((one) => one.absences), justifications: sum((one) => one.justifications) };
};
