import { grantsOperations } from '@preau/shared/directory/grants-api.ts';
import { mayReadSchool } from '@preau/shared/directory/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';

/** The teachers of a school with what they teach, in the order of their names, for its staff. */
export const listTeachers = bind<DirectoryServices>()(grantsOperations.listTeachers, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadSchool,
  async run({ subject: { schoolId }, services: { directory, store } }) {
    const [staff, classes, groups] = await Promise.all([
      store.listStaffOfSchool(schoolId),
      directory.listClasses(schoolId),
      directory.listGroups(schoolId),
    ]);
    const teachers = staff.flatMap(({ personId, firstName, lastName, posts = [] }) => {
      const post = posts.find((one) => one.schoolId === schoolId && one.functions.includes('ENS'));
      if (post === undefined) return [];
      return {
        personId,
        firstName,
        lastName,
        classes: classes.filter((one) => post.classIds.includes(one.classId)).map(({ classId, name }) => ({ classId, name })),
        groups: groups.filter((one) => post.groupIds.includes(one.groupId)).map(({ groupId, name }) => ({ groupId, name })),
      };
    });
    return { schoolId, teachers };
  },
});
