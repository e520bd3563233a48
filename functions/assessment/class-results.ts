import { averageView, figuresOf, figuresView } from '@preau/shared/assessment/figures.ts';
import type { MarksSettings } from '@preau/shared/assessment/marks-settings.ts';
import type { ClassResultsRow, ClassResultsService, FiguresView } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import { ofFraction, type Fraction, type Rational } from '@preau/shared/assessment/rational.ts';
import { generalOf } from '@preau/shared/assessment/read-results.ts';
import type { Service } from '@preau/shared/assessment/schema.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { listedName, listPupils } from './council-subject.ts';
import type { KnownClass } from './find-class.ts';
import { marksSettingsOf } from './marks-settings-of.ts';
import type { StoredAverages } from './results-entities.ts';
import { serviceOf } from './service-of.ts';
import type { AssessmentServices } from './services.ts';

export interface ClassResults {
  readonly services: readonly ClassResultsService[];
  readonly pupils: readonly ClassResultsRow[];
  readonly figures?: FiguresView;
}

interface Averaged extends Pick<ClassResultsService, 'serviceId' | 'subject' | 'teachers' | 'weight'> {
  readonly averages: ReadonlyMap<string, Rational>;
}

const averagesOf = (stored: StoredAverages | undefined): ReadonlyMap<string, Rational> =>
  new Map(Object.entries(stored?.averages ?? {}).map(([pupilId, average]) => [pupilId, ofFraction(average)]));

/** What the timetable gives today, with its averages as they were made, settings included; what it has dropped keeps them. */
const averaged = (
  taught: readonly Service[],
  stored: readonly StoredAverages[],
  weightOfUnmarked: (service: Service) => ClassResultsService['weight'],
): readonly Averaged[] => {
  const found = new Map(stored.map((one) => [one.serviceId, one]));
  const known = new Set(taught.map(({ serviceId }) => serviceId));
  return [
    ...taught.map((service) => {
      const made = found.get(service.serviceId);
      return {
        serviceId: service.serviceId,
        subject: service.subject,
        teachers: made?.teachers ?? service.teachers.map(({ name }) => name),
        weight: made?.weight ?? weightOfUnmarked(service),
        averages: averagesOf(made),
      };
    }),
    ...stored
      .filter(({ serviceId, averages }) => !known.has(serviceId) && Object.keys(averages).length > 0)
      .map((one) => ({
        serviceId: one.serviceId,
        subject: one.subject,
        teachers: one.teachers,
        weight: one.weight,
        averages: averagesOf(one),
      })),
  ];
};

const rowOf = (pupil: RosterPupil, services: readonly Averaged[], settings: MarksSettings): ClassResultsRow => {
  const own = services.map((service) => ({ ...service, average: service.averages.get(pupil.pupilId) }));
  return {
    pupilId: pupil.pupilId,
    name: listedName(pupil),
    general: generalOf(own, settings),
    averages: own.flatMap(({ serviceId, average }) =>
      average === undefined ? [] : [{ serviceId, average: averageView(average, settings.rounding) }],
    ),
  };
};

const serviceView = ({ averages, ...service }: Averaged, { rounding }: MarksSettings): ClassResultsService => {
  const figures = figuresOf([...averages.values()], 1);
  return { ...service, ...(figures === undefined ? {} : { figures: figuresView(figures, rounding) }) };
};

/** What is stored of the class, and what the timetable and the list say of it today. */
const load = async (classId: ClassId, period: PeriodKey, today: string, services: AssessmentServices) => {
  const [taught, pupils, stored, [decided]] = await Promise.all([
    services.timetable.listServicesOfClass(classId, today),
    listPupils(classId, services),
    services.results.listAverages(classId, period),
    services.store.listCoefficients([classId]),
  ]);
  const list = averaged(
    taught.flatMap((subject) => serviceOf(subject) ?? []),
    stored,
    ({ serviceId, settings }) => weightOf(settings, classId, decided?.coefficients[serviceId]),
  );
  return { list, pupils };
};

/** The averages of a class in one period: staff see what is published, whenever families do. */
export const loadClassResults = async (
  { schoolId, classId }: Pick<KnownClass, 'schoolId' | 'classId'>,
  period: PeriodKey,
  services: AssessmentServices,
  now: Instant,
): Promise<ClassResults> => {
  const [{ list, pupils }, { settings }] = await Promise.all([
    load(classId, period, localDateOf(now), services),
    marksSettingsOf(schoolId, services),
  ]);
  const rows = pupils.map((pupil) => rowOf(pupil, list, settings));
  const figures = figuresOf(
    rows.map(({ general }) => (general.kind === 'known' ? ofFraction(general.average.exact) : undefined)),
    1,
  );
  return {
    services: list.map((service) => serviceView(service, settings)),
    pupils: rows,
    ...(figures === undefined ? {} : { figures: figuresView(figures, settings.rounding) }),
  };
};

/** The exact general averages of those who have one. */
export const generalAverages = ({ pupils }: ClassResults): Readonly<Record<PersonId, Fraction>> =>
  Object.fromEntries(pupils.flatMap(({ pupilId, general }) => (general.kind === 'known' ? [[pupilId, general.average.exact]] : [])));
