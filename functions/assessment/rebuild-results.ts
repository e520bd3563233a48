import type { MarksChanged } from '@preau/shared/assessment/events.ts';
import { yearOfPeriod, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import { fractionOf } from '@preau/shared/assessment/rational.ts';
import { classAveragesOf, resultsOf, seenAveragesOf } from '@preau/shared/assessment/results.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { DataOf } from '@preau/shared/kernel/event.ts';
import { localDateOf } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { BaseServices } from '../runtime/bind.ts';
import { listAttendees } from './desk.ts';
import { loadService } from './load-service.ts';
import { rebuildGeneral } from './rebuild-general.ts';
import { periodsOfService } from './periods-of-service.ts';
import type { AssessmentServices } from './services.ts';

type RebuildServices = BaseServices & Pick<AssessmentServices, 'store' | 'results' | 'periods' | 'directory' | 'timetable'>;

const AT_ONCE = 10;

/** The write that an event tells of is read. */
const CONSISTENT = { consistentRead: true };

const inBatches = async <T>(items: readonly T[], write: (item: T) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += AT_ONCE) await Promise.all(items.slice(start, start + AT_ONCE).map(write));
};

const rebuildPeriod = async (service: Service, period: PeriodKey, services: RebuildServices): Promise<void> => {
  const { store, results, now } = services;
  const { serviceId } = service;
  const classIds = service.classes.map(({ classId }) => classId);
  const [columns, coefficients, attendees] = await Promise.all([
    store.listEvaluations(serviceId, period, CONSISTENT),
    store.listCoefficients(classIds, CONSISTENT),
    listAttendees(service, localDateOf(now()), services),
  ]);
  if (columns.length === 0) return;
  // Everything that it is made of only grows: a later making has a greater stamp.
  const stamp = [...columns, ...coefficients, service].reduce((sum, { version }) => sum + version, 0);
  const byClass = new Map(coefficients.map((one) => [one.classId, one.coefficients[serviceId]]));
  const [first] = classIds;
  const source = {
    service,
    period,
    columns,
    attendees,
    now: now(),
    weightFor: (classId = first) =>
      classId === undefined ? ({ kind: 'said', coefficient: '1' } as const) : weightOf(service.settings, classId, byClass.get(classId)),
  };
  await inBatches(seenAveragesOf(source), (seen) => results.putSeenAverages({ ...seen, stamp }));
  await inBatches(resultsOf(source), (result) => results.putResult({ ...result, stamp }));
  await inBatches(classAveragesOf(source), ({ averages, ...ofClass }) =>
    results.putAverages({
      ...ofClass,
      teachers: [...ofClass.teachers],
      stamp,
      averages: Object.fromEntries([...averages].map(([pupilId, average]) => [pupilId, fractionOf(average)])),
    }),
  );
  for (const classId of classIds) await rebuildGeneral({ schoolId: service.schoolId, classId, period }, services);
};

/** Makes again what pupils, families and councils read of a service: from what is stored now, so that events may come late, twice and in any order. */
export const rebuildResults =
  (services: RebuildServices) =>
  async ({ serviceId, period }: DataOf<typeof MarksChanged>): Promise<void> => {
    const today = localDateOf(services.now());
    const service = await loadService(serviceId, today, services, CONSISTENT);
    if (service === undefined) return;
    const year = period === undefined ? schoolYearOf(today) : yearOfPeriod(period);
    const keys = period === undefined ? (await periodsOfService(service, year, services)).map(({ key }) => key) : [period];
    for (const key of keys) await rebuildPeriod(service, key, services);
  };
