import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PeriodOfService, ServiceRow } from '@preau/shared/assessment/marks-views.ts';
import { mayChangeService, mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { periodsOfService } from './periods-of-service.ts';
import type { AssessmentServices } from './services.ts';

const holderOf = ({ groupId, classes }: Service): string | undefined => groupId ?? classes[0]?.classId;

/** Services as one reader finds them: weights by class with their conflicts, and periods, by default those of this year. */
export const serviceRows = async (
  actor: Actor,
  list: readonly Service[],
  today: LocalDate,
  services: AssessmentServices,
  year = schoolYearOf(today),
): Promise<ServiceRow[]> => {
  const classIds = [...new Set(list.flatMap(({ classes }) => classes.map(({ classId }) => classId)))];
  const byClass = new Map((await services.store.listCoefficients(classIds)).map((one) => [one.classId, one.coefficients]));
  const holders = new Map(list.map((service) => [holderOf(service), service]));
  const periods = new Map<string | undefined, readonly PeriodOfService[]>(
    await Promise.all([...holders].map(async ([holder, service]) => [holder, await periodsOfService(service, year, services)] as const)),
  );
  return list.map((service) => ({
    service,
    weights: service.classes.map(({ classId }) => ({
      classId,
      weight: weightOf(service.settings, classId, byClass.get(classId)?.[service.serviceId]),
    })),
    periods: [...(periods.get(holderOf(service)) ?? [])],
    mayEnter: mayEnterMarks(actor, service),
    mayChange: mayChangeService(actor, service),
  }));
};

/** One service as a reader finds it. */
export const serviceRow = async (
  actor: Actor,
  service: Service,
  today: LocalDate,
  services: AssessmentServices,
  year = schoolYearOf(today),
): Promise<ServiceRow> => {
  const [row] = await serviceRows(actor, [service], today, services, year);
  if (row === undefined) throw new Error('A service without a row');
  return row;
};
