import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import { identityOperations } from '@preau/shared/identity/api.ts';
import { isOneself } from '@preau/shared/identity/policy.ts';
import { rolesOf } from '@preau/shared/identity/rules.ts';
import { bind } from '../runtime/bind.ts';
import type { IdentityServices } from './services.ts';

/** Who is signed in, read fresh: a right that ended this morning is no longer there. */
export const readSession = bind<IdentityServices>()(identityOperations.readSession, {
  subjectFor: async ({ actor }) => actor,
  may: isOneself,
  run: async ({ actor, services }) => {
    const places = [...actor.posts, ...actor.children, ...(actor.self === undefined ? [] : [actor.self])];
    const schools = new Map(places.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
    for (const { schoolId } of substitutionsOf(actor)) {
      if (!schools.has(schoolId)) schools.set(schoolId, (await services.directory.findSchool(schoolId))?.name ?? '');
    }
    const { personId, firstName, lastName, kind, language } = actor;
    return {
      personId,
      firstName,
      lastName,
      kind,
      language,
      roles: rolesOf(actor),
      schools: Array.from(schools, ([schoolId, name]) => ({ schoolId, name })),
    };
  },
});
