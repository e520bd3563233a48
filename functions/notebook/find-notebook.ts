import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor } from '@preau/shared/directory/schema.ts';
import type { ClassId, PersonId } from '@preau/shared/kernel/ids.ts';
import type { NotebookSubject } from '@preau/shared/notebook/policy.ts';
import type { NotebookServices } from './services.ts';

/** What the actor already knows of the pupil costs no read. */
export const findPupilsNotebook = async (
  actor: Actor,
  pupilId: PersonId,
  { directory }: Pick<NotebookServices, 'directory'>,
): Promise<Extract<NotebookSubject, { kind: 'pupil' }> | undefined> => {
  const known = [...actor.children, ...(actor.self === undefined ? [] : [actor.self])].find((child) => child.pupilId === pupilId);
  const pupil = known ?? (actor.posts.length + actor.grants.length === 0 ? undefined : await directory.findPupil(pupilId));
  if (pupil === undefined) return undefined;
  const { schoolId, classId, groupIds } = pupil;
  return { kind: 'pupil', pupilId, schoolId, groupIds, ...(classId === undefined ? {} : { classId }) };
};

export const findClassNotebook = async (
  actor: Actor,
  classId: ClassId,
  { directory }: Pick<NotebookServices, 'directory'>,
): Promise<NotebookSubject | undefined> => {
  const places = [...actor.posts, ...substitutionsOf(actor)];
  const taught = places.find((place) => place.classIds.includes(classId));
  if (taught !== undefined) return { kind: 'class', classId, schoolId: taught.schoolId };
  for (const { schoolId } of places) {
    const classes = await directory.listClasses(schoolId);
    if (classes.some((one) => one.classId === classId)) return { kind: 'class', classId, schoolId };
  }
  return undefined;
};

export const findTeachersNotebook = async (
  teacherId: PersonId,
  { findActor }: Pick<NotebookServices, 'findActor'>,
): Promise<Extract<NotebookSubject, { kind: 'teacher' }> | undefined> => {
  const teacher = await findActor(teacherId);
  return teacher?.kind === 'staff' ? { kind: 'teacher', teacherId, schoolIds: teacher.posts.map((post) => post.schoolId) } : undefined;
};
