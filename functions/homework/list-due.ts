import { homeworkOperations } from '@preau/shared/homework/api.ts';
import type { Deadline, Homework } from '@preau/shared/homework/schema.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import type { ClassId, HomeworkId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { periodOf, type Period } from './period.ts';
import { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';
import { dueRow } from './views.ts';

type Followed = Awaited<ReturnType<typeof followedBy>>[number];

/** A week, today included. */
const DAYS = 7;

/** Work of other weeks whose date was put off into these days for this pupil alone. */
const putOffUntil = async (
  { from, until }: Period,
  deadlines: ReadonlyMap<HomeworkId, Deadline>,
  known: readonly Homework[],
  { store }: HomeworkServices,
): Promise<readonly Homework[]> => {
  const others = [...deadlines.values()].filter(
    ({ homeworkId, dueOn }) => from <= dueOn && dueOn <= until && !known.some((work) => work.homeworkId === homeworkId),
  );
  return (await Promise.all(others.map(({ homeworkId }) => store.find(homeworkId)))).filter((work) => work !== undefined);
};

const dueOf = async (pupil: Followed, works: readonly Homework[], period: Period, now: Instant, services: HomeworkServices) => {
  const inDays = works.filter((work) => isDueFor(work, pupil, now));
  const { done, deadlines } = await services.store.listOwn(
    pupil.pupilId,
    inDays.map((work) => work.homeworkId),
  );
  const putOff = (await putOffUntil(period, deadlines, inDays, services)).filter((work) => isDueFor(work, pupil, now));
  // Marks are in the order of first due dates: those of work put off come before the ones that were read.
  const before =
    putOff.length === 0
      ? new Set<HomeworkId>()
      : (
          await services.store.listOwn(
            pupil.pupilId,
            putOff.map((work) => work.homeworkId),
          )
        ).done;
  const rows = [...inDays, ...putOff]
    .map((work) => dueRow(work, done.has(work.homeworkId) || before.has(work.homeworkId), deadlines.get(work.homeworkId)?.dueOn))
    .filter((row) => row.dueOn <= period.until)
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { pupilId, firstName, lastName, schoolName, className } = pupil;
  return {
    pupilId,
    firstName,
    lastName,
    schoolName,
    ...(className === undefined ? {} : { className }),
    rows,
    done: rows.filter((row) => row.done).length,
    total: rows.length,
  };
};

/** What is due for everybody whom the actor follows, in one query for each class and one for each pupil. */
export const listDue = bind<HomeworkServices>()(homeworkOperations.listDue, {
  subjectFor: ({ actor, services }) => followedBy(actor, services),
  may: (_actor, pupils) => pupils.length > 0,
  async run({ subject: pupils, input: { query }, services, now }) {
    const today = localDateOf(now);
    const { from, until } = periodOf(query, { from: today, until: addDays(today, DAYS - 1) });
    const classIds = [...new Set(pupils.map((pupil) => pupil.classId))].filter((classId) => classId !== undefined);
    const byClass = new Map<ClassId | undefined, readonly Homework[]>(
      await Promise.all(classIds.map(async (classId) => [classId, await services.store.listOfClass(classId, from, until)] as const)),
    );
    const due = await Promise.all(pupils.map((pupil) => dueOf(pupil, byClass.get(pupil.classId) ?? [], { from, until }, now, services)));
    return { today, from, until, pupils: due };
  },
});
