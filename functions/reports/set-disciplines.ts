import { refuse } from '@preau/shared/kernel/refusal.ts';
import { reportsOperations } from '@preau/shared/reports/api.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import { bind } from '../runtime/bind.ts';
import type { ReportsServices } from './services.ts';

/** The head says which national subject each label of the timetable is. */
export const setDisciplines = bind<ReportsServices>()(reportsOperations.setDisciplines, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: maySeal,
  async run({ subject: { schoolId }, input: { body }, services: { store, directory } }) {
    const known = new Set((await directory.listTaughtSubjects(schoolId)).map(({ code }) => code));
    if (body.disciplines.some(({ code }) => !known.has(code))) return refuse('reports.discipline-unknown');
    await store.putDisciplines({ schoolId, disciplines: body.disciplines });
    return { disciplines: body.disciplines.length };
  },
});
