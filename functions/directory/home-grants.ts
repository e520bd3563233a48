import { subjectOf } from '@preau/shared/directory/grant.ts';
import { nameOf } from '@preau/shared/directory/names.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { HomeGrant } from '@preau/shared/directory/views.ts';
import { audienceNames, audienceOf } from './grants.ts';
import type { DirectoryServices } from './services.ts';

/** What the actor has been given for a time and may use today, with the names of those concerned; nothing is read for whoever was given nothing. */
export const loadHomeGrants = async (actor: Actor, services: DirectoryServices): Promise<HomeGrant[]> => {
  if (actor.grants.length === 0) return [];
  const schoolIds = [...new Set(actor.grants.map((grant) => grant.schoolId))];
  const [people, schools, audiences] = await Promise.all([
    services.store.listPeople([...new Set(actor.grants.map(subjectOf))]),
    Promise.all(schoolIds.map((schoolId) => services.directory.findSchool(schoolId))),
    Promise.all(schoolIds.map((schoolId) => audienceNames(schoolId, services))),
  ]);
  const names = new Map(audiences.flatMap((one) => [...one]));
  return actor.grants.map((grant) => {
    const person = people.find((one) => one.personId === subjectOf(grant));
    const className = grant.kind === 'aesh' ? person?.place?.className : undefined;
    return {
      kind: grant.kind,
      schoolId: grant.schoolId,
      schoolName: schools.find((school) => school?.schoolId === grant.schoolId)?.name ?? '',
      personId: subjectOf(grant),
      name: person === undefined ? '' : nameOf(person),
      audience: className === undefined ? audienceOf({ grant }, names) : [className],
      from: grant.from,
      until: grant.until,
    };
  });
};
