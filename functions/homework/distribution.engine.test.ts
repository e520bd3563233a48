import { expect, it } from 'vitest';
import { homeworkTable } from '@preau/shared/homework/table.ts';
import type { ClassId, LessonId } from '@preau/shared/kernel/ids.ts';
import { addDays, addSeconds, weekdayOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { randomFrom } from '../testing/random.ts';
import { freshTable } from '../testing/tables.ts';
import { followGroup } from './follow-group.ts';
import { followLesson } from './follow-lesson.ts';
import { anActor, at, CLASS_A, CLASS_B, GROUP, lessonId, pupil, SCHMITT, SCHOOL, worldOn, type KnownPupil } from './world.testing.ts';
import { seedOfRun } from '@preau/shared/kernel/seed.testing.ts';

const RUNS = 10;
const STEPS = 40;
const seed = seedOfRun();

/** A pupil as a list of facts: nothing here knows keys, rows or classes of groups. */
interface Person {
  readonly name: string;
  classId: ClassId;
  inGroup: boolean;
}

interface Given {
  readonly homeworkId: string;
  /** By whom it may be seen, in words that a head would use. */
  readonly isFor: (one: Person) => boolean;
  readonly publishedAt: string;
  readonly lesson: LessonId | undefined;
  date: LocalDate;
  withdrawn: boolean;
}

const LESSONS = [
  { of: 'A', name: 'thursdayA', first: '2026-12-03' },
  { of: 'B', name: 'tuesdayB', first: '2026-12-08' },
  { of: 'G', name: 'wednesdayGerman', first: '2026-12-02' },
] as const;

const isSchoolDay = (date: LocalDate): boolean => weekdayOf(date) < 6 && date < '2026-12-19';

const playOneYear = async (run: number): Promise<number> => {
  const { next: random, pick } = randomFrom(seed + run);
  const world = worldOn(await freshTable(homeworkTable));
  const people: Person[] = ['lea', 'tom', 'zoe', 'max', 'ana', 'ugo'].map((name) => ({
    name,
    classId: pick([CLASS_A, CLASS_B]),
    inGroup: random() < 0.5,
  }));
  const given: Given[] = [];
  const lessonDates = new Map<LessonId, LocalDate>();
  let now = at('08:00');

  const known = (one: Person): KnownPupil => pupil(one.name, one.classId, one.inGroup ? [GROUP] : []);
  const enrol = async (): Promise<void> => {
    world.roster.splice(0, world.roster.length, ...people.map(known));
    const before = world.group.current.classIds;
    const classIds = [...new Set(people.filter((one) => one.inGroup).map((one) => one.classId))];
    world.group.current = { ...world.group.current, classIds };
    await followGroup(world.services)({ groupId: GROUP, schoolId: SCHOOL, before, classIds });
  };

  const giveSomething = async (step: number): Promise<void> => {
    const target = pick(LESSONS);
    const names = people.filter((one) => (target.of === 'A' ? one.classId === CLASS_A : one.classId === CLASS_B)).map((one) => one.name);
    const personal = target.of !== 'G' && names.length > 0 && random() < 0.3 ? [pick(names)] : undefined;
    const whole = target.of === 'G' ? { kind: 'group', groupId: GROUP } : { kind: 'class', classId: target.of === 'A' ? CLASS_A : CLASS_B };
    const lesson = random() < 0.6 ? lessonId(target.name, target.first) : undefined;
    const date = pick(['2026-12-01', '2026-12-04', '2026-12-07', '2026-12-11']);
    const answer = await world.give({
      audience: personal === undefined ? whole : { kind: 'pupils', of: whole, pupilIds: personal.map((name) => pupil(name).pupilId) },
      due: lesson === undefined ? { kind: 'date', date } : { kind: 'lesson', lessonId: lesson },
      ...(lesson === undefined ? { subject: 'Français' } : {}),
      requestId: `run-${run}-step-${step}`,
    });
    if (answer.status !== 200) return;
    const { row } = answer.body;
    given.push({
      homeworkId: row.homeworkId,
      isFor: (one) => {
        if (personal !== undefined && !personal.includes(one.name)) return false;
        if (target.of === 'G') return one.inGroup;
        return one.classId === (target.of === 'A' ? CLASS_A : CLASS_B);
      },
      publishedAt: row.publishedAt ?? '',
      lesson,
      date: row.dueOn,
      withdrawn: false,
    });
  };

  const moveLesson = async (): Promise<void> => {
    const target = pick(LESSONS);
    const id = lessonId(target.name, target.first);
    const before = lessonDates.get(id) ?? target.first;
    const after =
      random() < 0.3 ? target.first : pick(Array.from({ length: 14 }, (_, day) => addDays('2026-12-01', day)).filter(isSchoolDay));
    lessonDates.set(id, after);
    const terms = { date: target.first, start: '08:00', end: '09:00', subject: 'Français', teachers: [] };
    if (after === target.first) world.changes.delete(id);
    else world.changes.set(id, { lesson: { date: after }, change: { kind: 'moved', since: now, previous: terms } });
    const said = {
      lessonId: id,
      schoolId: SCHOOL,
      kind: 'moved' as const,
      before: { ...terms, date: before, held: true },
      after: { ...terms, date: after, held: true },
    };
    for (let times = random() < 0.3 ? 2 : 1; times > 0; times -= 1) await followLesson(world.services)(said);
    for (const one of given) if (one.lesson === id) one.date = after;
  };

  const takeBackOrRestore = async (): Promise<void> => {
    if (given.length === 0) return;
    const one = pick(given);
    const answer = await world.call(SCHMITT, one.withdrawn ? 'restoreWork' : 'withdrawWork', { path: { homeworkId: one.homeworkId } });
    if (answer.status === 200) one.withdrawn = !one.withdrawn;
  };

  const expectedFor = (one: Person): string[] =>
    given
      .filter((work) => !work.withdrawn && work.publishedAt <= now && work.isFor(one))
      .map((work) => `${work.homeworkId} ${work.date}`)
      .toSorted();

  const seenBy = async (one: Person): Promise<string[]> => {
    const self = {
      ...known(one),
      schoolId: SCHOOL,
      relationship: 'self',
      rights: { informed: true, decides: false, contact: false, payer: false },
    } as const;
    const actor = anActor(one.name, { kind: 'pupil', self: { ...self, groupIds: [...self.groupIds] } });
    const answer = await world.call(actor, 'listDue', { query: { from: '2026-11-23', until: '2026-12-31' } });
    return (answer.body.pupils[0]?.rows ?? []).map((row) => `${row.homeworkId} ${row.dueOn}`).toSorted();
  };

  world.setClock(now);
  await enrol();
  let seen = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const drawn = random();
    if (drawn < 0.35) await giveSomething(step);
    else if (drawn < 0.55) {
      pick(people).classId = pick([CLASS_A, CLASS_B]);
      await enrol();
    } else if (drawn < 0.7) {
      const one = pick(people);
      one.inGroup = !one.inGroup;
      await enrol();
    } else if (drawn < 0.82) await moveLesson();
    else if (drawn < 0.9) await takeBackOrRestore();
    else {
      now = addSeconds(now, 3600 * Math.ceil(random() * 9));
      world.setClock(now);
    }
    for (const one of people) {
      const expected = expectedFor(one);
      seen += expected.length;
      expect(await seenBy(one), `seed ${seed}, run ${run}, step ${step}, ${one.name}`).toEqual(expected);
    }
  }
  return seen;
};

it(`shows each pupil exactly what is for him, through joins, leaves, moved lessons and hours (seed ${seed})`, async () => {
  let seen = 0;
  for (let run = 0; run < RUNS; run += 1) seen += await playOneYear(run);
  // One year may be empty by chance, not all of them.
  expect(seen, `seed ${seed}`).toBeGreaterThan(0);
}, 120_000);
