import * as z from 'zod';
import { isInForce } from '@preau/shared/directory/grant.ts';
import { ListedPupil, type ChildRecord, type ClassListRecord, type PersonRecord, type Place } from '@preau/shared/directory/record.ts';
import { isAdult, rightsInForce, rightsOverSelf } from '@preau/shared/directory/rules.ts';
import type { Actor, Child, Pupil, Recipient, RosterPupil, SignInCandidate, Subscriber } from '@preau/shared/directory/schema.ts';
import type { PersonId } from '@preau/shared/kernel/ids.ts';
import type { LocalDate } from '@preau/shared/kernel/school-time.ts';
import type { PersonWorld } from './store.ts';

const placed = (place: Place) => ({
  schoolId: place.schoolId,
  schoolName: place.schoolName,
  ...(place.classId === undefined ? {} : { classId: place.classId }),
  ...(place.className === undefined ? {} : { className: place.className }),
  groupIds: place.groupIds,
});

/** A child with the rights in force today: restrictions and the eighteenth birthday applied. */
const childInForce = (world: PersonWorld, child: ChildRecord, today: LocalDate): Child => {
  const { adultOn, ...rest } = child;
  const restrictions = world.restrictions.filter((restriction) => restriction.pupilId === child.pupilId);
  return { ...rest, rights: rightsInForce(child.rights, restrictions, isAdult(adultOn, today)) };
};

const selfOf = (person: PersonRecord, today: LocalDate): Child | undefined =>
  person.place === undefined
    ? undefined
    : {
        pupilId: person.personId,
        firstName: person.firstName,
        lastName: person.lastName,
        ...placed(person.place),
        relationship: 'self',
        rights: rightsOverSelf(isAdult(person.place.adultOn, today)),
      };

/** Blocked people and people who vanished from their source do not act: they are nobody. */
export const actorOf = (world: PersonWorld, today: LocalDate): Actor | undefined => {
  const { person, preferences } = world;
  if (person.status !== 'active' || preferences?.blocked === true) return undefined;
  const self = selfOf(person, today);
  return {
    personId: person.personId,
    kind: person.kind,
    firstName: person.firstName,
    lastName: person.lastName,
    language: preferences?.language ?? 'fr',
    sessionsValidFrom: preferences?.sessionsValidFrom ?? 0,
    children: (person.children ?? []).map((child) => childInForce(world, child, today)),
    posts: person.posts ?? [],
    ...(self === undefined ? {} : { self }),
    operator: person.operator ?? false,
    grants: person.kind === 'staff' ? world.grants.map(({ grant }) => grant).filter((grant) => isInForce(grant, today)) : [],
  };
};

export const pupilOf = (person: PersonRecord): Pupil | undefined =>
  person.place === undefined
    ? undefined
    : {
        pupilId: person.personId,
        firstName: person.firstName,
        lastName: person.lastName,
        ...placed(person.place),
        ...(person.place.adultOn === undefined ? {} : { adultOn: person.place.adultOn }),
        active: person.status === 'active',
        guardians: person.guardians ?? [],
      };

export const rosterPupilOf = (person: PersonRecord): RosterPupil => ({
  pupilId: person.personId,
  firstName: person.firstName,
  lastName: person.lastName,
  ...(person.place?.classId === undefined ? {} : { classId: person.place.classId }),
  ...(person.place?.className === undefined ? {} : { className: person.place.className }),
  groupIds: person.place?.groupIds ?? [],
});

const ListedPupils = z.array(ListedPupil);

/** The pupils that the list of a class holds, in its order. */
export const rosterOf = ({ classId, className, pupils }: ClassListRecord): readonly RosterPupil[] =>
  ListedPupils.parse(JSON.parse(pupils)).map(({ pupilId, firstName, lastName, groupIds }) => ({
    pupilId,
    firstName,
    lastName,
    classId,
    className,
    groupIds,
  }));

const reachedAt = (world: PersonWorld) => ({
  personId: world.person.personId,
  language: world.preferences?.language ?? ('fr' as const),
  ...(world.person.email === undefined ? {} : { email: world.person.email }),
  ...(world.person.mobile === undefined ? {} : { mobile: world.person.mobile }),
});

/** A guardian as a recipient of what concerns one pupil, or undefined when today he may not be informed of it. */
export const recipientOf = (world: PersonWorld, pupilId: PersonId, today: LocalDate): Recipient | undefined => {
  const child = world.person.children?.find((candidate) => candidate.pupilId === pupilId);
  if (child === undefined || world.person.status !== 'active') return undefined;
  const { rights, relationship } = childInForce(world, child, today);
  return rights.informed ? { ...reachedAt(world), rights, relationship } : undefined;
};

/** Whoever asked for messages himself, a minor pupil included, with where he is reached. */
export const subscriberOf = (world: PersonWorld, today: LocalDate): Subscriber | undefined => {
  const actor = actorOf(world, today);
  return actor === undefined ? undefined : { ...reachedAt(world), actor };
};

/** An adult pupil is his own responsible and is written to as such; a minor is not. @see Code civil, art. 414 */
export const adultSelfRecipientOf = (world: PersonWorld, today: LocalDate): Recipient | undefined =>
  isAdult(world.person.place?.adultOn, today) && world.person.status === 'active'
    ? { ...reachedAt(world), rights: rightsOverSelf(true), relationship: 'self' }
    : undefined;

export const candidateOf = (person: PersonRecord, blocked: boolean): SignInCandidate => ({
  personId: person.personId,
  kind: person.kind,
  status: blocked ? 'blocked' : person.status,
  firstName: person.firstName,
  lastName: person.lastName,
  schoolNames: [
    ...new Set([
      ...(person.place === undefined ? [] : [person.place.schoolName]),
      ...(person.children ?? []).map((child) => child.schoolName),
      ...(person.posts ?? []).map((post) => post.schoolName),
    ]),
  ],
});
