import type { Mark, Observation } from '@preau/shared/attendance/schema.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { addSeconds, instantOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { isFor } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { consequencesOf, newDay } from '../../functions/attendance/change-day.ts';
import { rowsOf } from '../../functions/attendance/families.ts';
import type { DayServices } from '../../functions/attendance/services.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { schoolDaysBefore, termOf } from './calendar.ts';
import type { Population } from './model.ts';
import { answerFor, type Office, type Speakers } from './past-justifications.ts';
import { markAt, pastDayOf, type PastDay } from './past-plan.ts';
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

/** What happened to one pupil on one day, before it is written. */
interface Happened {
  readonly pupil: RosterPupil;
  readonly day: PastDay;
  readonly lessons: readonly Lesson[];
  readonly observations: Record<string, Observation>;
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
    return found;
  };
};

const writeRegister = async (lesson: Lesson, marks: readonly Mark[], called: number, { services }: PastWorld): Promise<void> => {
  const [teacher] = lesson.teachers;
  if (teacher === undefined) return;
  const { schoolId, date, start, end, lessonId } = lesson;
  const register = { schoolId, lessonId, date, start, end, version: 1, role: 'teacher' as const, called, requestId: `demo-${lessonId}` };
  const takenAt = addSeconds(instantOf(date, start), ROLL_CALL_SECONDS);
  const changes = marks.map((after) => ({ pupilId: after.pupilId, after }));
  // No event: families knew of this past by other means.
  await services.store.addRegister(
    { ...register, marks: [...marks], changes, takenBy: teacher.personId, takenByName: teacher.name, takenAt },
    [],
  );
};

const observationOf = ({ lessonId, start, end, subject }: Lesson, mark: Mark): Observation => ({
  lessonId,
  start,
  end,
  subject,
  version: 1,
  kind: mark.kind,
  ...(mark.kind === 'late' ? { minutesLate: mark.minutesLate } : {}),
});

/** One day in one write, with the rows of "À traiter" that it leaves; a day that exists already is left as it is. */
const writeDay = async ({ pupil, day, lessons, observations }: Happened, schoolDay: SchoolDay, world: PastWorld): Promise<boolean> => {
  const { services } = world;
  const { date, uai } = schoolDay;
  const absent = Object.values(observations).some((observation) => observation.kind === 'absent');
  const answer = absent
    ? await answerFor({ pupilId: pupil.pupilId, date, outcome: day.outcome }, officeOf(world.main, uai), services, world.speakers)
    : undefined;
  const schoolId = schoolIdOf(uai);
  const edited = { ...newDay({ ...pupil, schoolId }, schoolId, date), observations, justifications: answer === undefined ? [] : [answer] };
  const { changed } = consequencesOf({ read: undefined, edited, lessons, at: services.now(), own: [] });
  await services.store.putDayWithRows(changed, undefined, [], await rowsOf(changed, services));
  return answer !== undefined;
};

const writeSchoolDay = async (schoolDay: SchoolDay, world: PastWorld, rosterOf: Roster): Promise<PastWritten> => {
  const { uai, date, daysBack } = schoolDay;
  const { services, seed, main } = world;
  const past = new Map<PersonId, PastDay>();
  for (const { jointure } of main.pupils.filter((pupil) => pupil.uai === uai)) {
    const day = pastDayOf(seed, jointure, daysBack);
    if (day !== undefined) past.set(demoPersonId(jointure), day);
  }
  const lessons = await services.timetable.listLessonsOfSchool(schoolIdOf(uai), date);
  const happened = new Map<PersonId, Happened>();
  let registers = 0;
  for (const lesson of lessons) {
    const pupils = await rosterOf(lesson);
    const marks: Mark[] = [];
    for (const pupil of pupils) {
      const day = past.get(pupil.pupilId);
      if (day === undefined) continue;
      const known = happened.get(pupil.pupilId) ?? { pupil, day, lessons: lessons.filter((one) => isFor(one, pupil)), observations: {} };
      const mark = markAt(
        pupil.pupilId,
        day,
        lesson,
        known.lessons.findIndex((one) => one.lessonId === lesson.lessonId),
      );
      if (mark === undefined) continue;
      marks.push(mark);
      happened.set(pupil.pupilId, { ...known, observations: { ...known.observations, [lesson.lessonId]: observationOf(lesson, mark) } });
    }
    if (marks.length === 0 && random(seed, lesson.lessonId).chance(NOT_CALLED)) continue;
    await writeRegister(lesson, marks, pupils.length, world);
    registers += 1;
  }
  let justifications = 0;
  for (const one of happened.values()) if (await writeDay(one, schoolDay, world)) justifications += 1;
  return { registers, absences: happened.size, justifications };
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
