import { reportsOperations } from '@preau/shared/reports/api.ts';
import { mayListCardClasses, mayReadClassCards } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { ReportsServices } from './services.ts';

/** The classes of a school whose cards the reader may open. */
export const listCardClasses = bind<ReportsServices>()(reportsOperations.listCardClasses, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: mayListCardClasses,
  async run({ actor, subject: { schoolId }, services }) {
    const classes = await services.directory.listClasses(schoolId);
    return {
      classes: classes
        .filter(({ classId }) => mayReadClassCards(actor, { schoolId, classId }))
        .map(({ classId, name }) => ({ classId, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true })),
    };
  },
});
