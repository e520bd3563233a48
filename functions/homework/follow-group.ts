import type { GroupClassesChanged } from '@preau/shared/directory/events.ts';
import { classesOf, type Audience } from '@preau/shared/homework/audience.ts';
import { lastDueDate } from '@preau/shared/homework/dates.ts';
import { partsOfHomeworkId } from '@preau/shared/homework/homework-id.ts';
import type { Homework } from '@preau/shared/homework/schema.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import type { ClassId, GroupId, HomeworkId } from '@preau/shared/kernel/ids.ts';
import { addDays, localDateOf } from '@preau/shared/kernel/school-time.ts';
import type { GroupServices } from './services.ts';

const ATTEMPTS = 4;
/** Older work is of no use to a newcomer. */
const DAYS_BACK = 31;

const isOfGroup = ({ audience }: Homework, groupId: GroupId): boolean => audience.kind !== 'class' && audience.groupId === groupId;

/** The class that the work's name leads to stays, even without a member: only members see it there. */
const followed = (audience: Audience, homeworkId: HomeworkId, classIds: readonly ClassId[]): Audience => {
  if (audience.kind === 'class') return audience;
  const home = partsOfHomeworkId(homeworkId)?.classId;
  return { ...audience, classIds: [...new Set([...(home === undefined ? [] : [home]), ...classIds])] };
};

const isSame = (one: readonly ClassId[], other: readonly ClassId[]): boolean =>
  one.length === other.length && one.every((classId) => other.includes(classId));

const follow = async (homeworkId: HomeworkId, groupId: GroupId, { store, directory }: GroupServices): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const [before, group] = await Promise.all([store.find(homeworkId), directory.findGroup(groupId)]);
    if (before === undefined || group === undefined || group.classIds.length === 0) return;
    const audience = followed(before.audience, homeworkId, group.classIds);
    if (isSame(classesOf(audience), classesOf(before.audience))) return;
    if (await store.replace(before, { ...before, audience, revision: before.revision + 1 })) return;
  }
  throw new Error(`Work ${homeworkId} changes too often to follow its group`);
};

/** Work given to a group is found in each class that the group draws from today, as the directory says at this moment. */
export const followGroup =
  (services: GroupServices) =>
  async ({ groupId, schoolId, before, classIds }: DataOf<typeof GroupClassesChanged>): Promise<void> => {
    const today = localDateOf(services.now());
    // A group that had nobody left its work where its last members were: only the whole school tells where.
    const known = before.length > 0 ? before : (await services.directory.listClasses(schoolId)).map((one) => one.classId);
    const lists = await Promise.all(
      [...new Set([...known, ...classIds])].map((classId) =>
        services.store.listOfClass(classId, addDays(today, -DAYS_BACK), lastDueDate(today), { consistentRead: true }),
      ),
    );
    const works = new Set(
      lists
        .flat()
        .filter((work) => isOfGroup(work, groupId))
        .map((work) => work.homeworkId),
    );
    for (const homeworkId of works) await follow(homeworkId, groupId, services);
  };
