import { reportsOperations } from '@preau/shared/reports/api.ts';
import type { Batch, ClassProgress } from '@preau/shared/reports/batch.ts';
import { maySeal } from '@preau/shared/reports/policy.ts';
import type { ClassSealing } from '@preau/shared/reports/views.ts';
import type { SchoolClass } from '@preau/shared/directory/schema.ts';
import { bind } from '../runtime/bind.ts';
import type { ReportsServices } from './services.ts';

const sealingOf = ({ classId, name }: SchoolClass, newest: readonly Batch[], progress: readonly ClassProgress[]): ClassSealing => {
  const batch = newest.find(({ classes }) => classes.some((one) => one.classId === classId));
  if (batch === undefined) return { classId, name };
  const found = progress.find((one) => one.classId === classId && one.batchId === batch.batchId);
  const counts = { total: found?.total ?? 0, sealed: found?.sealed ?? 0, unchanged: found?.unchanged ?? 0 };
  return { classId, name, progress: { state: found?.state ?? 'waiting', ...counts, askedAt: batch.at } };
};

const byName = (a: SchoolClass, b: SchoolClass): number => a.name.localeCompare(b.name, 'fr', { numeric: true });

/** How far the cards of each class are, by the last batch that named it. */
export const readSealing = bind<ReportsServices>()(reportsOperations.readSealing, {
  subject: ({ input, services }) => services.directory.findSchool(input.path.schoolId),
  may: maySeal,
  async run({ subject: { schoolId, name }, input: { query }, services }) {
    const [classes, { batches, progress }] = await Promise.all([
      services.directory.listClasses(schoolId),
      services.store.listBatches(schoolId, query.period),
    ]);
    const newest = batches.toSorted((a, b) => (a.at < b.at ? 1 : -1));
    return { schoolName: name, period: query.period, classes: classes.toSorted(byName).map((one) => sealingOf(one, newest, progress)) };
  },
});
