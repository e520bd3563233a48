import { mayDecidePeriods } from '@preau/shared/assessment/council-policy.ts';
import { periodsOperations } from '@preau/shared/assessment/periods-api.ts';
import { periodsInForce } from '@preau/shared/assessment/periods.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { bind } from '../runtime/bind.ts';
import { viewPeriods, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** The periods of every class of a school, in the order of their names. */
export const listPeriods = bind<AssessmentServices>()(periodsOperations.listPeriods, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayDecidePeriods,
  async run({ subject: school, services, now }) {
    const year = yearAt(now);
    const classes = await services.directory.listClasses(school.schoolId);
    const views = await Promise.all(
      classes.map(async ({ classId, name }) => {
        const decided = await services.periods.findPeriods(classId, year);
        return viewPeriods({ schoolId: school.schoolId, classId, className: name }, periodsInForce(decided, school.kind, year));
      }),
    );
    return {
      today: localDateOf(now),
      schoolName: school.name,
      classes: views.toSorted((a, b) => a.className.localeCompare(b.className, 'fr', { numeric: true })),
    };
  },
});
