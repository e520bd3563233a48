import type { Homework } from '@preau/shared/homework/schema.ts';
import { isVisible } from '@preau/shared/homework/policy.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import type { HomeworkId } from '@preau/shared/kernel/ids.ts';
import type { LessonChanged } from '@preau/shared/timetable/events.ts';
import { partsOfLessonId } from '@preau/shared/timetable/rules.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import { announce } from './announce.ts';
import type { FollowServices } from './services.ts';

const ATTEMPTS = 4;

type Placement = Pick<Homework, 'dueOn' | 'notice'>;

/** Where a lesson as it stands puts the work that is due for it: on its new day, or on the day it would have taken place, and said so. */
const placementOf = ({ date, change }: Lesson, dueOn: string): Placement => {
  if (change?.kind === 'cancelled') return { dueOn, notice: { kind: 'cancelled', since: change.since } };
  const previousDueOn = change?.previous.date;
  if (change === undefined || previousDueOn === undefined || previousDueOn === date) return { dueOn: date };
  return { dueOn: date, notice: { kind: 'moved', since: change.since, previousDueOn } };
};

const isPlaced = (work: Homework, { dueOn, notice }: Placement): boolean =>
  work.dueOn === dueOn && work.notice?.kind === notice?.kind && work.notice?.previousDueOn === notice?.previousDueOn;

/** Work due for that lesson: on the day it had first, before the change or after it. */
const listDueFor = async (lesson: Lesson, dates: readonly string[], { store }: FollowServices): Promise<readonly HomeworkId[]> => {
  const lists = await Promise.all(
    lesson.classes.flatMap(({ classId }) => dates.map((date) => store.listOfClass(classId, date, date, { consistentRead: true }))),
  );
  const due = lists.flat().filter((work) => work.dueLessonId === lesson.lessonId);
  return [...new Set(due.map((work) => work.homeworkId))];
};

const place = async (homeworkId: HomeworkId, lesson: Lesson, services: FollowServices): Promise<void> => {
  const { store, directory, now } = services;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.find(homeworkId);
    if (before === undefined || before.dueLessonId !== lesson.lessonId) return;
    const placement = placementOf(lesson, before.dueOn);
    if (isPlaced(before, placement)) return;
    const at = now();
    const seen = isVisible(before, at);
    const { notice: _notice, ...kept } = before;
    const after: Homework = { ...kept, ...placement, revision: before.revision + 1, ...(seen ? { changedAt: at } : {}) };
    if (seen) {
      const settings = await directory.findSchoolSettings(before.schoolId);
      await announce(store, after, placement.notice?.kind === 'cancelled' ? 'cancelled' : 'moved', { asked: at, now: at }, settings);
    }
    if (await store.replace(before, after)) return;
  }
  throw new Error(`Work ${homeworkId} changes too often to follow its lesson`);
};

/** Work follows its lesson when the office moves, cancels or restores it; the lesson of the moment is read again, for events come late and twice. */
export const followLesson =
  (services: FollowServices) =>
  async ({ lessonId, before, after }: DataOf<typeof LessonChanged>): Promise<void> => {
    const lesson = await services.timetable.findLesson(lessonId);
    if (lesson === undefined) return;
    const first = partsOfLessonId(lessonId)?.date ?? before.date;
    const dates = [...new Set([first, before.date, after.date, lesson.date])];
    for (const homeworkId of await listDueFor(lesson, dates, services)) await place(homeworkId, lesson, services);
  };
