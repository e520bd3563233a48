import type { Actor } from '@preau/shared/directory/schema.ts';
import type { PeriodOfService, ServiceRow } from '@preau/shared/assessment/marks-views.ts';
import { periodsInForce } from '@preau/shared/assessment/periods.ts';
import { mayChangeService, mayEnterMarks } from '@preau/shared/assessment/policy.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { AssessmentServices } from './services.ts';

const periodsOf = async (service: Service, today: LocalDate, { directory }: AssessmentServices): Promise<readonly PeriodOfService[]> => {
  const school = await directory.findSchool(service.schoolId);
  const { periods } = periodsInForce(undefined, school?.kind, schoolYearOf(today));
  return periods.map(({ closed, ...period }) => ({
    ...period,
    closedFor: closed === undefined ? [] : service.classes.map(({ classId }) => classId),
  }));
};

/** Services as one reader finds them: weights by class with their conflicts, and periods. */
export const serviceRows = async (
  actor: Actor,
  list: readonly Service[],
  today: LocalDate,
  services: AssessmentServices,
): Promise<ServiceRow[]> => {
  const classIds = [...new Set(list.flatMap(({ classes }) => classes.map(({ classId }) => classId)))];
  const byClass = new Map((await services.store.listCoefficients(classIds)).map((one) => [one.classId, one.coefficients]));
  return Promise.all(
    list.map(async (service) => ({
      service,
      weights: service.classes.map(({ classId }) => ({
        classId,
        weight: weightOf(service.settings, classId, byClass.get(classId)?.[service.serviceId]),
      })),
      periods: [...(await periodsOf(service, today, services))],
      mayEnter: mayEnterMarks(actor, service),
      mayChange: mayChangeService(actor, service),
    })),
  );
};
