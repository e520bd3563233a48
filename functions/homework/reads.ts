import type { PupilPlace } from '@preau/shared/homework/audience.ts';
import { usualPlan } from '@preau/shared/homework/hand-in-rules.ts';
import { loadOf } from '@preau/shared/homework/load.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import { scoreOf } from '@preau/shared/homework/quiz.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { ClassId, HomeworkId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { Instant, LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { Database } from '../runtime/database/database.ts';
import { handInStoreFrom, homeworkStoreFrom } from './environment.ts';
import type { HandInStore } from './hand-in-store.ts';
import type { HomeworkStore } from './store.ts';

export type HomeworkReads = ReturnType<typeof homeworkReads>;

/** Homework's door for other domains. */
export const homeworkReads = (store: Pick<HomeworkStore, 'listOfClass' | 'listOwn' | 'find'>) => ({
  /** What is due for a pupil between two dates, both included, as he may see it at this instant, in one query. */
  listForPupil: async (pupil: PupilPlace, from: LocalDate, until: LocalDate, now: Instant): Promise<readonly Homework[]> =>
    pupil.classId === undefined ? [] : (await store.listOfClass(pupil.classId, from, until)).filter((work) => isDueFor(work, pupil, now)),

  /** How many of these a pupil has marked as done. */
  countDone: async (pupilId: PersonId, works: readonly Homework[]): Promise<number> => {
    const { done } = await store.listOwn(
      pupilId,
      works.map((work) => work.homeworkId),
    );
    return works.filter((work) => done.has(work.homeworkId)).length;
  },

  /** The evening's message: all that is due for a class on one date, what nobody sees yet included: `isDueFor` says what a pupil sees. */
  listDueOn: (classId: ClassId, date: LocalDate): Promise<readonly Homework[]> => store.listOfClass(classId, date, date),

  /**
   * The evening's message: of what is due for his class on a date, what a pupil has left to do, and what he was given that date for alone.
   * `due` is read once for the class; each pupil then costs one query.
   */
  listLeft: async (pupil: PupilPlace, due: readonly Homework[], date: LocalDate, now: Instant): Promise<readonly Homework[]> => {
    const seen = due.filter((work) => isDueFor(work, pupil, now));
    const { done, deadlines } = await store.listOwn(
      pupil.pupilId,
      seen.map((work) => work.homeworkId),
    );
    const here = seen.filter(({ homeworkId, dueOn }) => !done.has(homeworkId) && (deadlines.get(homeworkId)?.dueOn ?? dueOn) <= dueOn);
    const later = [...deadlines.values()].filter((own) => own.dueOn === date).map((own) => own.homeworkId);
    if (later.length === 0) return here;
    const [works, own] = await Promise.all([
      Promise.all(later.map((homeworkId) => store.find(homeworkId, { consistentRead: false }))),
      store.listOwn(pupil.pupilId, later),
    ]);
    const his = works.filter((work) => work !== undefined).filter((work) => work.dueOn < date && isDueFor(work, pupil, now));
    return [...here, ...his.filter((work) => !own.done.has(work.homeworkId))];
  },

  /** One piece of work by its name. */
  findWork: (homeworkId: HomeworkId): Promise<Homework | undefined> => store.find(homeworkId),

  /** What a class already has to do for one day, over all its teachers. */
  minutesOfDay: async (classId: ClassId, date: LocalDate): Promise<number> =>
    loadOf(await store.listOfClass(classId, date, date), classId, date).minutes,
});

/** The door over the real table that the environment names. */
export const homeworkDoor = (client: Database): HomeworkReads => homeworkReads(homeworkStoreFrom(client));

/** Homework's door for assessment. */
export const quizReads = ({ listHandIns, findAssessment }: Pick<HandInStore, 'listHandIns' | 'findAssessment'>) => ({
  /** The points of a quiz by pupil, those of a group for each of its members; undefined of work without one. */
  findQuiz: async (homeworkId: HomeworkId) => {
    const { quiz } = await findAssessment(homeworkId);
    if (quiz === undefined) return undefined;
    const { plan, rows } = await listHandIns(homeworkId);
    const scores = rows.flatMap((row) => {
      if ('with' in row || row.score === undefined) return [];
      const { members, score } = row;
      return members.map((pupilId) => [pupilId, score] as const);
    });
    return { closesAt: (plan ?? usualPlan(homeworkId)).closesAt, outOf: scoreOf(quiz, {}).outOf, scores: new Map(scores) };
  },
});

/** That door over the real table that the environment names. */
export const quizDoor = (client: Database) => quizReads(handInStoreFrom(client));
