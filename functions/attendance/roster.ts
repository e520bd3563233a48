import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { AttendanceServices } from './services.ts';

/** The pupils that a lesson calls today: the members of its groups, or its whole classes. */
export const listCalled = (lesson: Lesson, { directory }: Pick<AttendanceServices, 'directory'>): Promise<readonly RosterPupil[]> =>
  directory.listRoster({
    classIds: lesson.classes.map((one) => one.classId),
    groupIds: lesson.groups.map((group) => group.groupId),
  });
