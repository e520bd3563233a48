import type { Council } from '@preau/shared/assessment/council.ts';
import {
  findPeriod,
  periodsInForce,
  yearOfPeriod,
  type ClassPeriods,
  type Period,
  type PeriodKey,
} from '@preau/shared/assessment/periods.ts';
import { DEFAULT_MARKS_SETTINGS, type MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { Rational } from '@preau/shared/assessment/rational.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { SubjectWeight } from '@preau/shared/assessment/general.ts';
import type { School } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { TaughtSubject } from '@preau/shared/timetable/taught.ts';
import type { Database } from '../runtime/database/database.ts';
import type { StoredDecision, StoredRemark } from './council-entities.ts';
import { assessmentStoresFrom } from './environment.ts';
import { serviceOf, settled } from './service-of.ts';
import type { AssessmentStores } from './stores.ts';

/** One subject of a class as report cards find it. */
export interface AssessedService {
  readonly service: Service;
  readonly weight: SubjectWeight;
  /** What was written of each pupil and of each class, drafts included. */
  readonly remarks: readonly StoredRemark[];
  /** Exact, out of twenty, of each pupil who has one: those of other classes too, when it is a group's. */
  readonly averages: ReadonlyMap<PersonId, Rational>;
}

/** All that assessment knows of a class and period. */
export interface AssessedClass {
  readonly scheme: ClassPeriods;
  readonly period: Period;
  readonly services: readonly AssessedService[];
  readonly council: Council | undefined;
  readonly decisions: readonly StoredDecision[];
  readonly settings: MarksSettings;
}

interface Timetable {
  readonly listServicesOfClass: (classId: ClassId, today: LocalDate) => Promise<readonly TaughtSubject[]>;
}

/** Assessment's door for other domains. */
const assessmentReads = (stores: AssessmentStores, timetable: Timetable) => {
  const listServices = async (classId: ClassId, on: LocalDate): Promise<readonly Service[]> => {
    const taught = (await timetable.listServicesOfClass(classId, on)).flatMap((subject) => serviceOf(subject) ?? []);
    const stored = new Map((await stores.store.listServices(taught.map(({ serviceId }) => serviceId))).map((one) => [one.serviceId, one]));
    return taught.flatMap((service) => settled(service, stored.get(service.serviceId)) ?? []);
  };

  return {
    /** Report cards: a class and period with its services, remarks, averages and council; undefined when the class has no such period. */
    readClass: async ({ kind }: Pick<School, 'kind'>, classId: ClassId, key: PeriodKey): Promise<AssessedClass | undefined> => {
      const scheme = periodsInForce(await stores.periods.findPeriods(classId, yearOfPeriod(key)), kind, yearOfPeriod(key));
      const period = findPeriod(scheme.periods, key);
      if (period === undefined) return undefined;
      const [services, [coefficients], { council, decisions }] = await Promise.all([
        listServices(classId, period.until),
        stores.store.listCoefficients([classId]),
        stores.councils.readCouncil(classId, key),
      ]);
      const assessed = services.map(async (service) => ({
        service,
        weight: weightOf(service.settings, classId, coefficients?.coefficients[service.serviceId]),
        remarks: await stores.remarks.listRemarks(service.serviceId, key),
        averages: new Map<PersonId, Rational>(),
      }));
      return { scheme, period, services: await Promise.all(assessed), council, decisions, settings: DEFAULT_MARKS_SETTINGS };
    },
  };
};

export type AssessmentReads = ReturnType<typeof assessmentReads>;

/** The door over the real table that the environment names. */
export const assessmentDoor = (client: Database, timetable: Timetable): AssessmentReads =>
  assessmentReads(assessmentStoresFrom(client), timetable);
