import type { Audience } from '@preau/shared/homework/audience.ts';
import { paragraphOf } from '@preau/shared/homework/content.ts';
import { homeworkIdOf } from '@preau/shared/homework/homework-id.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { SchoolId } from '@preau/shared/kernel/ids.ts';
import { addDays, instantOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { HomeworkStore } from '../../functions/homework/store.ts';
import { derivedId } from '../../functions/runtime/derived-id.ts';
import { schoolDaysBefore, termOf } from './calendar.ts';
import { KEYS } from './cases.ts';
import { ideasFor, type WorkIdea } from './homework-texts.ts';
import type { Population } from './model.ts';
import { demoPersonId } from './past-attendance.ts';
import { random } from './random.ts';

interface World {
  readonly main: Population;
  readonly seed: number;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly store: Pick<HomeworkStore, 'add' | 'listOfClass' | 'putDone'>;
  readonly people: { readonly findPupil: (pupilId: ReturnType<typeof demoPersonId>) => Promise<Pupil | undefined> };
  readonly timetable: { readonly listLessonsOfSchool: (schoolId: SchoolId, date: LocalDate) => Promise<readonly Lesson[]> };
}

type Pupil = Parameters<typeof isDueFor>[1];

const DAYS_BACK = 14;
const DAYS_AHEAD = 12;
/** About nine pieces of work a week for a class of twenty-six hours. */
const GIVEN = 0.34;
const DONE = 0.5;
const AT_ONCE = 8;
const KEY_CHARACTERS = 14;

const audienceOf = ({ groups: [group], classes }: Lesson): Audience | undefined => {
  const [first] = classes;
  if (first === undefined) return undefined;
  if (group === undefined) return { kind: 'class', classId: first.classId };
  return { kind: 'group', groupId: group.groupId, classIds: classes.map((one) => one.classId) };
};

/** A piece of work for a lesson, given by its teacher to whoever attends it; the same name always gives the same. */
export const givenFor = (
  lesson: Lesson,
  { kind, minutes, text }: WorkIdea,
  { name, givenOn, publishedAt }: { readonly name: string; readonly givenOn: LocalDate; readonly publishedAt: Instant },
): Homework | undefined => {
  const [teacher] = lesson.teachers;
  const audience = audienceOf(lesson);
  const [place] = lesson.classes;
  if (teacher === undefined || audience === undefined || place === undefined) return undefined;
  const key = derivedId('key', `demo:${name}`).slice(4, 4 + KEY_CHARACTERS);
  return {
    homeworkId: homeworkIdOf({ classId: place.classId, firstDueOn: lesson.date, key }),
    schoolId: lesson.schoolId,
    audience,
    to: lesson.groups[0]?.name ?? place.name,
    subject: lesson.subject,
    teachers: [{ personId: teacher.personId, name: teacher.name }],
    kind,
    minutes,
    givenOn,
    dueOn: lesson.date,
    dueLessonId: lesson.lessonId,
    publishedAt,
    revision: 1,
    content: { kind: 'whole', body: paragraphOf(text), links: [], files: [] },
  };
};

/** The work that a lesson's teacher gave for it some days before, if he gave any; the same seed always gives the same. */
const workFor = (lesson: Lesson, seed: number, now: Instant): Homework | undefined => {
  const chance = random(seed, `work ${lesson.lessonId}`);
  if (!chance.chance(GIVEN)) return undefined;
  const [givenOn] = schoolDaysBefore(termOf(lesson.date), addDays(lesson.date, -chance.int(0, 5)), 1);
  if (givenOn === undefined) return undefined;
  const publishedAt = instantOf(givenOn, chance.pick(['09:58', '11:04', '15:27', '16:40']));
  if (publishedAt > now) return undefined;
  return givenFor(lesson, chance.pick(ideasFor(lesson.subject)), { name: lesson.lessonId, givenOn, publishedAt });
};

/** What the pupils whom everybody meets have marked as done: half of what is due. */
const markSome = async (dates: readonly LocalDate[], { people, store, seed, now }: World): Promise<void> => {
  for (const jointure of Object.values(KEYS)) {
    const pupil = await people.findPupil(demoPersonId(jointure));
    const [from, until] = [dates.at(0), dates.at(-1)];
    if (pupil?.classId === undefined || from === undefined || until === undefined) continue;
    const works = await store.listOfClass(pupil.classId, from, until);
    for (const { homeworkId, ...work } of works.filter((one) => isDueFor(one, pupil, now))) {
      if (random(seed, `${jointure} ${homeworkId}`).chance(DONE)) {
        await store.putDone({ pupilId: pupil.pupilId, homeworkId, doneAt: work.publishedAt ?? now });
      }
    }
  }
};

/** Some weeks of work for every class, as its teachers would have given it; writing twice is writing once, and nobody is told. */
export const writePastHomework = async (world: World): Promise<{ readonly works: number }> => {
  const { main, seed, now, today, store, timetable } = world;
  const dates = Array.from({ length: DAYS_BACK + DAYS_AHEAD + 1 }, (_, day) => addDays(today, day - DAYS_BACK));
  const waiting = dates.flatMap((date) => main.schools.map(({ uai }) => ({ schoolId: SchoolId.parse(derivedId('sch', uai)), date })));
  let works = 0;
  const worker = async (): Promise<void> => {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) {
      const lessons = await timetable.listLessonsOfSchool(day.schoolId, day.date);
      for (const lesson of lessons) {
        const work = workFor(lesson, seed, now);
        if (work !== undefined && (await store.add(work))) works += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await markSome(dates, world);
  return { works };
};
