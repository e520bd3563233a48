import type { Said } from '@preau/shared/assessment/class-projects.ts';
import { mayRunCouncil, mayWriteSchoolLife } from '@preau/shared/assessment/council-policy.ts';
import { findPeriod, yearOfPeriod, type PeriodKey } from '@preau/shared/assessment/periods.ts';
import type { ProjectsView } from '@preau/shared/assessment/projects-api.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import { localDateOf, type Instant } from '@preau/shared/kernel/school-time.ts';
import { listedName, listPupils } from './council-subject.ts';
import type { KnownClass } from './find-class.ts';
import { findPeriodsOf } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

/** A class besides its subjects, whoever reads it; undefined when the class has no such period. */
export const loadProjects = async (known: KnownClass, key: PeriodKey, services: AssessmentServices, now: Instant) => {
  const { classId } = known;
  const [scheme, pupils, whole, council, taught] = await Promise.all([
    findPeriodsOf(known, yearOfPeriod(key), services),
    listPupils(classId, services),
    services.projects.readProjects(classId, key),
    services.councils.findCouncil(classId, key),
    services.timetable.listServicesOfClass(classId, localDateOf(now)),
  ]);
  const period = findPeriod(scheme.periods, key);
  if (period === undefined) return undefined;
  const subjects = [...new Set(taught.map(({ subject }) => subject))].toSorted((a, b) => a.localeCompare(b, 'fr'));
  return { known, period, pupils, council, subjects, ...whole };
};

export type LoadedProjects = NonNullable<Awaited<ReturnType<typeof loadProjects>>>;

const seen = ({ about, pupilId, text, byName, at, revision }: Said): ProjectsView['said'][number] => ({
  about,
  pupilId,
  text,
  byName,
  at,
  revision,
});

export const viewProjects = (actor: Actor, { known, period, pupils, council, subjects, projects, said }: LoadedProjects): ProjectsView => ({
  schoolId: known.schoolId,
  classId: known.classId,
  className: known.className,
  period: period.key,
  closed: period.closed !== undefined,
  projects: projects?.projects ?? [],
  paths: projects?.paths ?? {},
  revision: projects?.revision ?? 0,
  subjects,
  pupils: pupils.map((pupil) => {
    const absences = council?.absences?.pupils[pupil.pupilId];
    return { pupilId: pupil.pupilId, name: listedName(pupil), ...(absences === undefined ? {} : { absences }) };
  }),
  said: said.map(seen),
  mayRun: mayRunCouncil(actor, known),
  mayWriteSchoolLife: mayWriteSchoolLife(actor, known),
});
