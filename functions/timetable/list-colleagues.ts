import { timetableOperations } from '@preau/shared/timetable/api.ts';
import { mayListChanges } from '@preau/shared/timetable/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { TimetableServices } from './services.ts';

/** The staff of a school by their names, for whoever looks for a lesson or entrusts one. */
export const listColleagues = bind<TimetableServices>()(timetableOperations.listColleagues, {
  subject: async ({ input }) => ({ schoolId: input.path.schoolId }),
  may: mayListChanges,
  async run({ subject, services }) {
    const staff = await services.directory.listStaff(subject.schoolId);
    return { colleagues: staff.map(({ personId, firstName, lastName }) => ({ personId, firstName, lastName })) };
  },
});
