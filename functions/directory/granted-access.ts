import { subjectOf, type GivenAccess, type Grant } from '@preau/shared/directory/grant.ts';
import type { PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { DirectoryStore } from './store.ts';

interface Term {
  readonly schoolId: SchoolId;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const findTeaching = async (teacherId: PersonId, schoolId: SchoolId, store: Pick<DirectoryStore, 'findPerson'>) => {
  const teacher = await store.findPerson(teacherId);
  if (teacher?.status !== 'active') return undefined;
  return teacher.posts?.find((post) => post.schoolId === schoolId && post.functions.includes('ENS'));
};

/** What a head gives, once it is sure that the pupil, the teacher and the classes are of the school and that nobody is given himself. */
export const grantOf = async (
  access: GivenAccess,
  term: Term,
  holder: PersonId,
  store: Pick<DirectoryStore, 'findPerson'>,
): Promise<Grant | undefined> => {
  if (access.kind === 'aesh') {
    const pupil = await store.findPerson(access.pupilId);
    return pupil?.status === 'active' && pupil.place?.schoolId === term.schoolId ? { ...access, ...term } : undefined;
  }
  const teacherId = subjectOf(access);
  const teaching = teacherId === holder ? undefined : await findTeaching(teacherId, term.schoolId, store);
  if (teaching === undefined) return undefined;
  if (access.kind === 'inspector') return { ...access, ...term };
  const isHis =
    access.classIds.length + access.groupIds.length > 0 &&
    access.classIds.every((classId) => teaching.classIds.includes(classId)) &&
    access.groupIds.every((groupId) => teaching.groupIds.includes(groupId));
  return isHis ? { ...access, ...term } : undefined;
};
