import type { CouncilRow } from '@preau/shared/assessment/council-api.ts';
import { councilOperations } from '@preau/shared/assessment/council-api.ts';
import { mayListCouncils, mayReadCouncil, mayRunCouncil } from '@preau/shared/assessment/council-policy.ts';
import { periodOn } from '@preau/shared/assessment/periods.ts';
import { serves, substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { localDateOf, type LocalDate } from '@preau/shared/kernel/school-time.ts';
import { schoolYearOf } from '@preau/shared/kernel/school-year.ts';
import { bind } from '../runtime/bind.ts';
import type { KnownClass } from './find-class.ts';
import { findPeriodsOf } from './periods-of.ts';
import type { AssessmentServices } from './services.ts';

interface Place {
  readonly schoolId: SchoolId;
  readonly schoolName: string;
  readonly classIds: readonly ClassId[];
}

/** Where the actor may meet a council: by his posts, and for whom he stands in today. */
const placesOf = async (actor: Actor, { directory }: AssessmentServices): Promise<readonly Place[]> => {
  const replaced = await Promise.all(
    substitutionsOf(actor).map(async ({ schoolId, classIds }) => ({
      schoolId,
      classIds,
      schoolName: (await directory.findSchool(schoolId))?.name ?? '',
    })),
  );
  return [...actor.posts, ...replaced];
};

const listClassesOf = async (
  actor: Actor,
  { schoolId, schoolName, classIds }: Place,
  { directory }: AssessmentServices,
): Promise<readonly (KnownClass & { readonly schoolName: string })[]> => {
  const seesAll = serves(actor, schoolId, ['DIR', 'CPE']);
  const classes = (await directory.listClasses(schoolId)).filter(({ classId }) => seesAll || classIds.includes(classId));
  return classes
    .map(({ classId, name }) => ({ schoolId, schoolName, classId, className: name }))
    .toSorted((a, b) => a.className.localeCompare(b.className, 'fr', { numeric: true }));
};

const rowOf = async (
  actor: Actor,
  one: KnownClass & { readonly schoolName: string },
  today: LocalDate,
  services: AssessmentServices,
): Promise<readonly CouncilRow[]> => {
  const { periods } = await findPeriodsOf(one, schoolYearOf(today), services);
  const held = new Map(
    (
      await services.councils.listCouncils(
        one.classId,
        periods.map(({ key }) => key),
      )
    ).map((council) => [council.period, council]),
  );
  const councils = periods
    .map(({ key, until, closed }) => {
      const council = held.get(key);
      const { state = 'preparing', date } = council ?? {};
      return { period: key, until, state, ...(date === undefined ? {} : { date }), closed: closed !== undefined };
    })
    .filter(({ state }) => mayReadCouncil(actor, { ...one, state }));
  const current = periodOn(periods, today)?.key ?? periods.at(-1)?.key;
  if (councils.length === 0 || current === undefined) return [];
  return [{ ...one, current, councils, mayRun: mayRunCouncil(actor, one) }];
};

/** The councils that the actor prepares, presides or attends, class by class. */
export const listCouncils = bind<AssessmentServices>()(councilOperations.listCouncils, {
  subject: async () => ({}),
  may: mayListCouncils,
  async run({ actor, services, now }) {
    const today = localDateOf(now);
    const places = await placesOf(actor, services);
    const classes = (await Promise.all(places.map((place) => listClassesOf(actor, place, services)))).flat();
    const distinct = [...new Map(classes.map((one) => [one.classId, one])).values()];
    return { today, councils: (await Promise.all(distinct.map((one) => rowOf(actor, one, today, services)))).flat() };
  },
});
