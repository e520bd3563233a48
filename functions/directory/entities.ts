import {
  ClassListRecord,
  ClassRecord,
  ContactRecord,
  GrantRecord,
  GroupRecord,
  HeldGrantRecord,
  ObjectionRecord,
  PersonRecord,
  PreferencesRecord,
  RestrictionRecord,
  SchoolRecord,
  SettingsRecord,
  TaughtSubjectsRecord,
} from '@preau/shared/directory/record.ts';
import { placeInList } from '@preau/shared/directory/rules.ts';
import type { ClassId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { entity } from '../runtime/entity.ts';

const listKey = (person: PersonRecord): string | undefined => {
  if (person.status === 'detached') return `DETACHED#${person.detachedFrom ?? 'none'}`;
  if (person.kind === 'staff') return person.posts?.[0] === undefined ? undefined : `STAFF#${person.posts[0].schoolId}`;
  if (person.place === undefined) return undefined;
  return person.place.classId === undefined ? `NOCLASS#${person.place.schoolId}` : `CLASS#${person.place.classId}`;
};

const listSort = (person: PersonRecord): string | undefined => {
  if (person.status === 'detached') return `${person.detachedOn ?? ''}#${person.personId}`;
  if (listKey(person) === undefined) return undefined;
  return placeInList(person);
};

const mailKey = (person: PersonRecord): string | undefined =>
  person.kind === 'staff' && person.status === 'active' && person.email !== undefined ? `MAIL#${person.email.toLowerCase()}` : undefined;

export const personEntity = entity({
  type: 'person',
  schema: PersonRecord,
  pk: ({ personId }: { readonly personId: PersonId }) => `PERSON#${personId}`,
  sk: () => 'PERSON',
  gsi1: { pk: listKey, sk: listSort },
  gsi2: { pk: mailKey, sk: (person) => (mailKey(person) === undefined ? undefined : person.personId) },
});

export const restrictionEntity = entity({
  type: 'restriction',
  schema: RestrictionRecord,
  pk: ({ guardianId }: { readonly guardianId: PersonId }) => `PERSON#${guardianId}`,
  sk: ({ pupilId, cause }: Pick<RestrictionRecord, 'pupilId' | 'cause'>) => `RESTRICTION#${pupilId}#${cause}`,
});

export const objectionEntity = entity({
  type: 'objection',
  schema: ObjectionRecord,
  pk: ({ pupilId }: { readonly pupilId: PersonId }) => `PERSON#${pupilId}`,
  sk: () => 'OBJECTION',
});

export const preferencesEntity = entity({
  type: 'preferences',
  schema: PreferencesRecord,
  pk: ({ personId }: { readonly personId: PersonId }) => `PERSON#${personId}`,
  sk: () => 'PREFERENCES',
});

export const contactEntity = entity({
  type: 'contact',
  schema: ContactRecord,
  pk: ({ personId }: { readonly personId: PersonId }) => `PERSON#${personId}`,
  sk: () => 'CONTACT',
});

export const heldGrantEntity = entity({
  type: 'held-grant',
  schema: HeldGrantRecord,
  pk: ({ personId }: { readonly personId: PersonId }) => `PERSON#${personId}`,
  sk: ({ grantId }: Pick<HeldGrantRecord, 'grantId'>) => `GRANT#${grantId}`,
});

export const grantEntity = entity({
  type: 'grant',
  schema: GrantRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ grantId }: Pick<GrantRecord, 'grantId'>) => `GRANT#${grantId}`,
  apart: ['revoked'],
});

export const schoolEntity = entity({
  type: 'school',
  schema: SchoolRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: () => 'SCHOOL',
});

export const classEntity = entity({
  type: 'class',
  schema: ClassRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ classId }: Pick<ClassRecord, 'classId'>) => `CLASS#${classId}`,
});

export const classListEntity = entity({
  type: 'classList',
  schema: ClassListRecord,
  pk: ({ classId }: { readonly classId: ClassId }) => `CLASS#${classId}`,
  sk: () => 'LIST',
});

export const taughtSubjectsEntity = entity({
  type: 'taughtSubjects',
  schema: TaughtSubjectsRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: () => 'SUBJECTS',
});

export const groupEntity = entity({
  type: 'group',
  schema: GroupRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ groupId }: Pick<GroupRecord, 'groupId'>) => `GROUP#${groupId}`,
  gsi1: { pk: (group) => `GROUP#${group.groupId}`, sk: () => 'GROUP' },
});

export const settingsEntity = entity({
  type: 'settings',
  schema: SettingsRecord,
  pk: ({ schoolId }: { readonly schoolId: SchoolId }) => `SCHOOL#${schoolId}`,
  sk: ({ version }: Pick<SettingsRecord, 'version'>) => `SETTINGS#V${String(version).padStart(6, '0')}`,
});
