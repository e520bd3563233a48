import { classGeneralOf, generalRule } from '@preau/shared/assessment/class-general.ts';
import type { MarksSettingsChanged } from '@preau/shared/assessment/events.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import type { BaseServices } from '../runtime/bind.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import { findPeriodsOf, yearAt } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

type GeneralServices = BaseServices & Pick<AssessmentServices, 'store' | 'results' | 'periods' | 'directory'>;

const CONSISTENT = { consistentRead: true };

/** Makes again the general averages of a class from what is stored of its services; everything they are made of only grows, and so does their stamp. */
export const rebuildGeneral = async (
  { schoolId, classId, period }: { readonly schoolId: SchoolId; readonly classId: ClassId; readonly period: PeriodKey },
  { results, store, now }: Pick<GeneralServices, 'results' | 'store' | 'now'>,
): Promise<void> => {
  const [services, { settings, version }] = await Promise.all([
    results.listSeenAverages(classId, period, CONSISTENT),
    marksSettingsOf(schoolId, { store: { findSettings: (id) => store.findSettings(id, CONSISTENT) } }),
  ]);
  if (services.length === 0) return;
  const stamp = services.reduce((sum, one) => sum + one.stamp, version);
  await results.putGeneral({ classId, period, madeBy: generalRule(settings), seen: classGeneralOf(services, settings, now()), stamp });
};

/** A school that rounds otherwise has other general averages, in every class and period of this year. */
export const rebuildGeneralOfSchool =
  (services: GeneralServices) =>
  async ({ schoolId }: DataOf<typeof MarksSettingsChanged>): Promise<void> => {
    const year = yearAt(services.now());
    for (const { classId } of await services.directory.listClasses(schoolId)) {
      const { periods } = await findPeriodsOf({ schoolId, classId }, year, services);
      for (const { key } of periods) await rebuildGeneral({ schoolId, classId, period: key }, services);
    }
  };
