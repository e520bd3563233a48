import type { ClassResultsRow, ClassResultsService, FiguresView } from '@preau/shared/assessment/marks-views.ts';
import type { PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { Fraction } from '@preau/shared/assessment/rational.ts';
import { weightOf } from '@preau/shared/assessment/weight.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { listedName, listPupils } from './council-subject.ts';
import type { KnownClass } from './find-class.ts';
import { listServicesOf } from './load-service.ts';
import type { AssessmentServices } from './services.ts';

export interface ClassResults {
  readonly services: readonly ClassResultsService[];
  readonly pupils: readonly ClassResultsRow[];
  readonly figures?: FiguresView;
}

/** The averages of a class in one period: staff see what is published, whenever families do. */
export const loadClassResults = async (
  { classId }: Pick<KnownClass, 'schoolId' | 'classId'>,
  _period: PeriodKey,
  services: AssessmentServices,
  now: Instant,
): Promise<ClassResults> => {
  const [taught, pupils] = await Promise.all([listServicesOf(classId, localDateOf(now), services), listPupils(classId, services)]);
  return {
    services: taught.map(({ serviceId, subject, teachers, settings }) => ({
      serviceId,
      subject,
      teachers: teachers.map(({ name }) => name),
      weight: weightOf(settings, classId, undefined),
    })),
    pupils: pupils.map((pupil) => ({ pupilId: pupil.pupilId, name: listedName(pupil), general: { kind: 'notMarked' }, averages: [] })),
  };
};

/** The exact general averages of those who have one. */
export const generalAverages = ({ pupils }: ClassResults): Readonly<Record<PersonId, Fraction>> =>
  Object.fromEntries(pupils.flatMap(({ pupilId, general }) => (general.kind === 'known' ? [[pupilId, general.average.exact]] : [])));
