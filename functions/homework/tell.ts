import { HomeworkReturned } from '@preau/shared/homework/hand-in-events.ts';
import { isReturned } from '@preau/shared/homework/hand-in-rules.ts';
import { HomeworkChanged, HomeworkPublished } from '@preau/shared/homework/events.ts';
import { isVisible } from '@preau/shared/homework/policy.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { Instant } from '@preau/shared/kernel/school-time.ts';
import type { Telling } from './entities.ts';
import type { HandInStore } from './hand-in-store.ts';
import type { HomeworkStore } from './store.ts';

/** The event of a carrier serves for some seconds; it stays long enough for a late second release to find it. */
const KEPT_SECONDS = 90 * 86_400;

const concernedBy = ({ homeworkId, schoolId, audience, kind, dueOn }: Homework) => ({ homeworkId, schoolId, audience, kind, dueOn });

type Plan = Parameters<typeof isReturned>[0];

/** The event that a telling brings, if what it tells of came to be and holds still. */
const eventOf = (work: Homework, { change, revision }: Telling, plan: Plan | undefined, now: Instant): Envelope | undefined => {
  const { homeworkId, schoolId } = work;
  if (change === 'returned') {
    const data = { homeworkId, schoolId };
    return plan !== undefined && isReturned(plan, now)
      ? happened(HomeworkReturned, { id: `${HomeworkReturned.type}:${homeworkId}`, at: now, schoolId, data })
      : undefined;
  }
  if (work.revision < revision) return undefined;
  if (change !== 'published') {
    const data = { ...concernedBy(work), change, revision };
    return happened(HomeworkChanged, { id: `${HomeworkChanged.type}:${homeworkId}:${revision}`, at: now, schoolId, data });
  }
  return isVisible(work, now)
    ? happened(HomeworkPublished, { id: `${HomeworkPublished.type}:${homeworkId}`, at: now, schoolId, data: concernedBy(work) })
    : undefined;
};

/** Tells once of what has come due, and forgets what was put off, taken back or never written. */
export const tell =
  (store: HomeworkStore, handIns: Pick<HandInStore, 'findPlan'>) =>
  async (telling: Telling, now: Instant): Promise<boolean> => {
    const work = await store.find(telling.homeworkId);
    const plan = telling.change === 'returned' ? await handIns.findPlan(telling.homeworkId) : undefined;
    const event = work === undefined ? undefined : eventOf(work, telling, plan, now);
    if (event !== undefined) {
      const { homeworkId, change, revision } = telling;
      await store.addTold({ homeworkId, change, revision, ttl: Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS }, [event]);
    }
    await store.deleteTelling(telling);
    return true;
  };
