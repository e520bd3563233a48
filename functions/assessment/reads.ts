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
import type { Evaluation, Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { SubjectWeight } from '@preau/shared/assessment/general.ts';
import { averageOf } from '@preau/shared/assessment/figures.ts';
import { countNewMarks } from '@preau/shared/assessment/read-results.ts';
import { valueOf, type Audience } from '@preau/shared/assessment/seen.ts';
import type { School } from '@preau/shared/directory/schema.ts';
import { PersonId, type ClassId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import type { TaughtSubject } from '@preau/shared/timetable/taught.ts';
import type { Database } from '../runtime/database/database.ts';
import type { StoredDecision, StoredRemark } from './council-entities.ts';
import type { WholeProjects } from './projects-store.ts';
import { assessmentStoresFrom } from './environment.ts';
import { serviceOf, settled } from './service-of.ts';
import type { AssessmentStores } from './stores.ts';

/** One subject of a class as report cards find it. */
export interface AssessedService {
  readonly service: Service;
  readonly weight: SubjectWeight;
  /** What was written of each pupil and of each class, drafts included. */
  readonly remarks: readonly StoredRemark[];
  /** What the class worked on. */
  readonly elements: readonly string[];
  /** Exact, out of twenty, of each pupil who has one: those of other classes too, when it is a group's. */
  readonly averages: ReadonlyMap<PersonId, Rational>;
}

/** All that assessment knows of a class and period. */
export interface AssessedClass extends WholeProjects {
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

/** What counts on a card: every published evaluation that was not taken back, as it stands, whoever may read it yet. */
const averagesOf = ({ settings }: Service, evaluations: readonly Evaluation[]): ReadonlyMap<PersonId, Rational> => {
  const counted = evaluations.filter(({ publication, withdrawn }) => publication !== undefined && withdrawn === undefined);
  const pupilIds = new Set(counted.flatMap(({ cells }) => Object.keys(cells)).map((id) => PersonId.parse(id)));
  return new Map(
    [...pupilIds].flatMap((pupilId) => {
      const marks = counted.map(({ evaluationId, terms, cells }) => ({ evaluationId, terms, value: valueOf(cells[pupilId] ?? {}) }));
      const average = averageOf(marks, settings.subSubjects);
      return average === undefined ? [] : [[pupilId, average] as const];
    }),
  );
};

/** Assessment's door for other domains. */
const assessmentReads = (stores: AssessmentStores, timetable: Timetable) => {
  const listServices = async (classId: ClassId, on: LocalDate): Promise<readonly Service[]> => {
    const taught = (await timetable.listServicesOfClass(classId, on)).flatMap((subject) => serviceOf(subject) ?? []);
    const stored = new Map((await stores.store.listServices(taught.map(({ serviceId }) => serviceId))).map((one) => [one.serviceId, one]));
    return taught.flatMap((service) => settled(service, stored.get(service.serviceId)) ?? []);
  };

  return {
    /** Report cards: a class and period with its services, remarks, averages and council; undefined when the class has no such period. */
    readClass: async (
      { schoolId, kind }: Pick<School, 'schoolId' | 'kind'>,
      classId: ClassId,
      key: PeriodKey,
    ): Promise<AssessedClass | undefined> => {
      const scheme = periodsInForce(await stores.periods.findPeriods(classId, yearOfPeriod(key)), kind, yearOfPeriod(key));
      const period = findPeriod(scheme.periods, key);
      if (period === undefined) return undefined;
      const [services, [coefficients], { council, decisions }, whole, decided] = await Promise.all([
        listServices(classId, period.until),
        stores.store.listCoefficients([classId]),
        stores.councils.readCouncil(classId, key),
        stores.projects.readProjects(classId, key),
        stores.store.findSettings(schoolId),
      ]);
      const assessed = services.map(async (service) => {
        const { serviceId, settings } = service;
        const [{ remarks, programme }, evaluations] = await Promise.all([
          stores.remarks.readRemarks(serviceId, key),
          stores.store.listEvaluations(serviceId, key),
        ]);
        const weight = weightOf(settings, classId, coefficients?.coefficients[serviceId]);
        return { service, weight, remarks, elements: programme?.elements ?? [], averages: averagesOf(service, evaluations) };
      });
      return {
        scheme,
        period,
        services: await Promise.all(assessed),
        council,
        decisions,
        ...whole,
        settings: decided?.settings ?? DEFAULT_MARKS_SETTINGS,
      };
    },
  };
};

export type AssessmentReads = ReturnType<typeof assessmentReads>;

interface NewsWindow {
  readonly personId: PersonId;
  readonly audience: Audience;
  readonly after: Instant;
  readonly until: Instant;
}

/** Assessment's door for the evening's messages. */
export const newMarks = ({ results }: Pick<AssessmentStores, 'results'>) => ({
  /** How many marks of a pupil a reader could read for the first time between two instants, and has not read yet. */
  countMarks: async (pupilId: PersonId, { personId, ...window }: NewsWindow): Promise<number> => {
    const { results: stored, seen } = await results.readYear(pupilId, schoolYearOf(localDateOf(window.until)));
    const readUntil = new Map(seen.filter(({ by }) => by === personId).map(({ period, until }) => [period, until]));
    return stored.reduce((sum, result) => sum + countNewMarks(result, { ...window, readUntil: readUntil.get(result.period) }), 0);
  },
});

/** That door over the real table that the environment names. */
export const newMarksDoor = (client: Database) => newMarks(assessmentStoresFrom(client));

/** The door over the real table that the environment names. */
export const assessmentDoor = (client: Database, timetable: Timetable): AssessmentReads =>
  assessmentReads(assessmentStoresFrom(client), timetable);
