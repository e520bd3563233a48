import type { ClassId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { AssessmentServices } from './services.ts';

interface ClassPath {
  readonly schoolId: SchoolId;
  readonly classId: ClassId;
}

/** A class by its school; undefined when the school has no such class in its feed. */
export const findClass = async ({ schoolId, classId }: ClassPath, { directory }: Pick<AssessmentServices, 'directory'>) => {
  const found = await directory.findClass(schoolId, classId);
  return found === undefined ? undefined : { schoolId, classId, className: found.name };
};

export type KnownClass = NonNullable<Awaited<ReturnType<typeof findClass>>>;
