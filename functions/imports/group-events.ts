import { GroupClassesChanged } from '@preau/shared/directory/events.ts';
import type { GroupRecord } from '@preau/shared/directory/record.ts';
import { happened, type Envelope } from '@preau/shared/kernel/event.ts';
import type { RightsMoment } from './rights-events.ts';

/** What an import changes of the classes that a group draws from, told to whoever keeps something for the group by class. */
export const groupEvents = (before: GroupRecord, after: GroupRecord, { importId, now }: RightsMoment): readonly Envelope[] => {
  const { groupId, schoolId, classIds } = after;
  if (new Set([...before.classIds, ...classIds]).size === before.classIds.length && before.classIds.length === classIds.length) return [];
  const data = { groupId, schoolId, before: before.classIds, classIds };
  return [happened(GroupClassesChanged, { id: `${groupId}#classes#${importId}`, at: now, schoolId, data })];
};
