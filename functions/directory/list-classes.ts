import { directoryOperations } from '@preau/shared/directory/api.ts';
import { mayReadSchool } from '@preau/shared/directory/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { DirectoryServices } from './services.ts';

/** The classes of a school, for its staff. */
export const listClasses = bind<DirectoryServices>()(directoryOperations.listClasses, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayReadSchool,
  async run({ subject, services }) {
    const classes = await services.directory.listClasses(subject.schoolId);
    return { school: subject, classes: classes.toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true })) };
  },
});
