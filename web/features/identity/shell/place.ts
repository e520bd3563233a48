import type { Role, SessionView } from '@preau/shared/identity/schema.ts';

type School = SessionView['schools'][number];

interface Place {
  readonly role: Role;
  readonly school?: School;
}

const AT_SCHOOL: readonly Role[] = ['teacher', 'office', 'head', 'staff'];

export const isAtSchool = (role: Role): boolean => AT_SCHOOL.includes(role);

/** Where a person of several schools or roles is: what was last chosen as long as it is still his, else the first of each. */
export const placeOf = (person: Pick<SessionView, 'roles' | 'schools'>, chosen: string | undefined): Place => {
  const [schoolId, wanted] = (chosen ?? '').split('.');
  const role = person.roles.find((one) => one === wanted) ?? person.roles[0] ?? 'staff';
  const school = isAtSchool(role) ? (person.schools.find((one) => one.schoolId === schoolId) ?? person.schools[0]) : undefined;
  return school === undefined ? { role } : { role, school };
};
