import { directoryOperations } from '@preau/shared/directory/api.ts';
import type { Home } from '@preau/shared/directory/views.ts';
import type { Visit } from '@/features/identity/shell/visit.ts';
import { load } from '@/lib/session.ts';

interface NamedSchool {
  readonly schoolId: string;
  readonly name: string;
}

const placesOf = (home: Home): readonly NamedSchool[] => {
  switch (home.role) {
    case 'guardian':
      return home.children.map(({ child }) => ({ schoolId: child.schoolId, name: child.schoolName }));
    case 'pupil':
      return [{ schoolId: home.self.schoolId, name: home.self.schoolName }];
    case 'teacher':
    case 'staff':
      return [...home.schools, ...home.grants.map((grant) => ({ schoolId: grant.schoolId, name: grant.schoolName }))];
    case 'office':
    case 'head':
      return home.schools;
    case 'operator':
      return [];
  }
};

/** The schools whose rules somebody may read, each once, the one of the moment first; a child of whom one is not informed gives none. */
export const readableSchools = async (visit: Visit): Promise<readonly NamedSchool[]> => {
  const home = await load(directoryOperations.readHome, {});
  const schools = home.ok ? placesOf(home.output) : [];
  const byId = new Map([...(visit.school === undefined ? [] : [visit.school]), ...schools].map((school) => [school.schoolId, school]));
  return [...byId.values()];
};
