import { homeworkOperations } from '@preau/shared/homework/api.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { isDueFor } from '@preau/shared/homework/policy.ts';
import type { ClassId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { periodOf } from './period.ts';
import { followedBy } from './pupils.ts';
import type { HomeworkServices } from './services.ts';
import { dueRow } from './views.ts';

type Followed = Awaited<ReturnType<typeof followedBy>>[number];

/** A week, today included. */
const DAYS = 7;

const dueOf = async (pupil: Followed, works: readonly Homework[], now: Instant, { store }: HomeworkServices) => {
  const due = works.filter((work) => isDueFor(work, pupil, now));
  const done = await store.listDone(
    pupil.pupilId,
    due.map((work) => work.homeworkId),
  );
  const rows = due.map((work) => dueRow(work, done.has(work.homeworkId)));
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
  subject: ({ actor, services }) => followedBy(actor, services),
  may: (_actor, pupils) => pupils.length > 0,
  async run({ subject: pupils, input: { query }, services, now }) {
    const today = localDateOf(now);
    const { from, until } = periodOf(query, { from: today, until: addDays(today, DAYS - 1) });
    const classIds = [...new Set(pupils.map((pupil) => pupil.classId))].filter((classId) => classId !== undefined);
    const byClass = new Map<ClassId | undefined, readonly Homework[]>(
      await Promise.all(classIds.map(async (classId) => [classId, await services.store.listOfClass(classId, from, until)] as const)),
    );
    const due = await Promise.all(pupils.map((pupil) => dueOf(pupil, byClass.get(pupil.classId) ?? [], now, services)));
    return { today, from, until, pupils: due };
  },
});
