import * as z from 'zod';
import { ClassId, GroupId, PersonId } from '../kernel/ids.ts';

/** The most pupils that one piece of work may name: beyond, it is for a class or a group. */
export const NAMED_PUPILS_MAX = 40;
/** The most classes that one group may draw from. */
const CLASSES_MAX = 30;

const classIds = z.array(ClassId).min(1).max(CLASSES_MAX);

/** Whom a piece of work is for: described, never enumerated, so that whoever joins or leaves is followed; named pupils keep it only while they are in these classes. */
export const Audience = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('class'), classId: ClassId }),
  z.strictObject({ kind: z.literal('group'), groupId: GroupId, classIds }),
  z.strictObject({
    kind: z.literal('pupils'),
    classIds,
    groupId: GroupId.optional(),
    pupilIds: z.array(PersonId).min(1).max(NAMED_PUPILS_MAX),
  }),
]);
export type Audience = z.infer<typeof Audience>;

/** Where a pupil is taught today. */
export interface PupilPlace {
  readonly pupilId: PersonId;
  readonly classId?: ClassId | undefined;
  readonly groupIds: readonly GroupId[];
}

/** The classes in which a piece of work is to be found. */
export const classesOf = (audience: Audience): readonly ClassId[] => (audience.kind === 'class' ? [audience.classId] : audience.classIds);

/** True when a pupil, where he is taught today, is among those whom the work is for. */
export const concerns = (audience: Audience, pupil: PupilPlace): boolean => {
  if (pupil.classId === undefined || !classesOf(audience).includes(pupil.classId)) return false;
  if (audience.kind === 'class') return true;
  if (audience.groupId !== undefined && !pupil.groupIds.includes(audience.groupId)) return false;
  return audience.kind === 'group' || audience.pupilIds.includes(pupil.pupilId);
};
