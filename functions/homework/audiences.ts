import { substitutionsOf } from '@preau/shared/directory/relations.ts';
import type { Actor, RosterPupil } from '@preau/shared/directory/schema.ts';
import type { AudienceChoice } from '@preau/shared/homework/api.ts';
import { classesOf, type Audience } from '@preau/shared/homework/audience.ts';
import type { ClassId, GroupId, SchoolId } from '@preau/shared/kernel/ids.ts';
import type { Lesson } from '@preau/shared/timetable/schema.ts';
import type { HomeworkServices } from './services.ts';

export interface AddressedTo {
  readonly schoolId: SchoolId;
  readonly audience: Audience;
}

interface TeachingPlace {
  readonly schoolId: SchoolId;
  readonly classIds: readonly ClassId[];
  readonly groupIds: readonly GroupId[];
}

/** Where the actor teaches today, in all schools: his posts, and those for whom he stands in. */
export const teachingPlacesOf = (actor: Actor): readonly TeachingPlace[] => [...actor.posts, ...substitutionsOf(actor)];

type Whole = Extract<AudienceChoice, { kind: 'class' | 'group' }>;

const schoolOf = (actor: Actor, choice: Whole): SchoolId | undefined =>
  teachingPlacesOf(actor).find((place) =>
    choice.kind === 'class' ? place.classIds.includes(choice.classId) : place.groupIds.includes(choice.groupId),
  )?.schoolId;

const wholeOf = async (choice: Whole, { directory }: Pick<HomeworkServices, 'directory'>): Promise<Audience | undefined> => {
  if (choice.kind === 'class') return choice;
  const group = await directory.findGroup(choice.groupId);
  return group === undefined || group.classIds.length === 0 ? undefined : { ...choice, classIds: group.classIds };
};

/** The audience that a teacher chose, with the classes that its group draws from today; undefined when the actor teaches it nowhere. */
export const addressedTo = async (
  actor: Actor,
  choice: AudienceChoice,
  services: Pick<HomeworkServices, 'directory'>,
): Promise<AddressedTo | undefined> => {
  const of = choice.kind === 'pupils' ? choice.of : choice;
  const schoolId = schoolOf(actor, of);
  const whole = schoolId === undefined ? undefined : await wholeOf(of, services);
  if (schoolId === undefined || whole === undefined) return undefined;
  if (choice.kind !== 'pupils') return { schoolId, audience: whole };
  const groupId = whole.kind === 'group' ? whole.groupId : undefined;
  const classIds = [...classesOf(whole)];
  const { pupilIds } = choice;
  return { schoolId, audience: { kind: 'pupils', classIds, ...(groupId === undefined ? {} : { groupId }), pupilIds } };
};

/** The group that an audience is taken from, if it is one. */
export const groupOf = (audience: Audience): GroupId | undefined => (audience.kind === 'class' ? undefined : audience.groupId);

/** The pupils of the class or of the group, among whom an audience may name some, in the order of the list. */
export const listRosterOf = (audience: Audience, { directory }: Pick<HomeworkServices, 'directory'>): Promise<readonly RosterPupil[]> => {
  const groupId = groupOf(audience);
  return directory.listRoster({ classIds: classesOf(audience), groupIds: groupId === undefined ? [] : [groupId] });
};

/** True for a lesson of these classes, or of that group. */
export const isLessonOf = (lesson: Pick<Lesson, 'classes' | 'groups'>, audience: Audience): boolean => {
  const groupId = groupOf(audience);
  return groupId === undefined
    ? lesson.classes.some((one) => classesOf(audience).includes(one.classId))
    : lesson.groups.some((group) => group.groupId === groupId);
};

/** As teachers read a list. */
export const listedName = ({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): string =>
  `${lastName} ${firstName}`;
