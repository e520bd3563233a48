import type { Council } from '@preau/shared/assessment/council.ts';
import { findPeriod, yearOfPeriod, type ClassPeriods, type Period, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { RosterPupil } from '@preau/shared/directory/schema.ts';
import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { findClass, type KnownClass } from './find-class.ts';
import { findPeriodsOf } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** The council of one class and period, whether or not anything was decided yet. */
export interface CouncilSubject extends KnownClass {
  readonly council: Council | undefined;
  readonly state: Council['state'];
}

interface CouncilPath {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
  readonly period: PeriodKey;
}

/** A council by its class and period; undefined when the school has no such class. */
export const findCouncilSubject = async (path: CouncilPath, services: AssessmentServices): Promise<CouncilSubject | undefined> => {
  const [known, council] = await Promise.all([findClass(path, services), services.councils.findCouncil(path.classId, path.period)]);
  return known === undefined ? undefined : { ...known, council, state: council?.state ?? 'preparing' };
};

/** The same with what it says of each pupil, in the same query. */
export const findWholeCouncil = async (path: CouncilPath, services: AssessmentServices) => {
  const [known, { council, decisions }] = await Promise.all([
    findClass(path, services),
    services.councils.readCouncil(path.classId, path.period),
  ]);
  return known === undefined ? undefined : { ...known, council, state: council?.state ?? ('preparing' as const), decisions };
};

/** The periods of the class, with the one of the council; undefined when the class has no such period. */
export const findCouncilPeriod = async (
  subject: KnownClass,
  key: PeriodKey,
  services: AssessmentServices,
): Promise<{ readonly scheme: ClassPeriods; readonly period: Period } | undefined> => {
  const scheme = await findPeriodsOf(subject, yearOfPeriod(key), services);
  const period = findPeriod(scheme.periods, key);
  return period === undefined ? undefined : { scheme, period };
};

/** The pupils of the class today, in the order of the list. */
export const listPupils = (classId: ClassId, { directory }: Pick<AssessmentServices, 'directory'>): Promise<readonly RosterPupil[]> =>
  directory.listRoster({ classIds: [classId], groupIds: [] });

/** As lists of staff name a pupil. */
export const listedName = ({ firstName, lastName }: Pick<RosterPupil, 'firstName' | 'lastName'>): string => `${lastName} ${firstName}`;
