import type { Database } from '../runtime/database/database.ts';
import type {
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
import type { Post } from '@preau/shared/directory/schema.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { ClassId, GrantId, GroupId, PersonId, SchoolId } from '@preau/shared/kernel/ids.ts';
import { IF_NEW, withOutbox } from '../runtime/conditional-write.ts';
import { itemsOf, listByKeys, tableStore } from '../runtime/entity.ts';
import {
  classEntity,
  classListEntity,
  contactEntity,
  grantEntity,
  groupEntity,
  heldGrantEntity,
  objectionEntity,
  personEntity,
  preferencesEntity,
  restrictionEntity,
  schoolEntity,
  settingsEntity,
  taughtSubjectsEntity,
} from './entities.ts';

/** Everything that one partition holds of a person. */
export interface PersonWorld {
  readonly person: PersonRecord;
  readonly restrictions: readonly RestrictionRecord[];
  readonly grants: readonly HeldGrantRecord[];
  readonly preferences?: PreferencesRecord;
  readonly objection?: ObjectionRecord;
}

const PAGE = 50;
const NO_PREFERENCES = { language: 'fr', sessionsValidFrom: 0, blocked: false } as const;
const IF_REVISION = {
  conditionExpression: 'attribute_not_exists(pk) OR #revision = :revision',
  expressionAttributeNames: { '#revision': 'revision' },
};

/** The directory's table: the only file that knows its access patterns. */
export const directoryStore = (tableName: string, client: Database) => {
  const all = tableStore(directoryTable, tableName, client);
  const people = all.for(personEntity);
  const partition = all.forMultiple([personEntity, restrictionEntity, objectionEntity, preferencesEntity, heldGrantEntity]);

  return {
    tableName,
    client,

    /** Every request: who acts, with every relation and local decision, in one query. */
    findWorld: async (personId: PersonId): Promise<PersonWorld | undefined> => {
      const { itemsByEntityType: found } = await partition.queryAllByPk(personEntity, { personId });
      const [person] = itemsOf(found, personEntity);
      if (person === undefined) return undefined;
      const [preferences] = itemsOf(found, preferencesEntity);
      const [objection] = itemsOf(found, objectionEntity);
      return {
        person,
        restrictions: itemsOf(found, restrictionEntity),
        grants: itemsOf(found, heldGrantEntity),
        ...(preferences === undefined ? {} : { preferences }),
        ...(objection === undefined ? {} : { objection }),
      };
    },

    /** A pupil's page, the fold of a register. */
    findPerson: (personId: PersonId): Promise<PersonRecord | undefined> => people.getOrUndefined({ personId }),

    /** Sign-in: people by id, absent ones left out. */
    listPeople: (personIds: readonly PersonId[]): Promise<readonly PersonRecord[]> =>
      listByKeys(
        people,
        personIds.map((personId) => ({ personId })),
      ),

    /** Sign-in without an account: which of these people a pupil's record names as a contact. */
    listContacts: (personIds: readonly PersonId[]): Promise<readonly ContactRecord[]> =>
      listByKeys(
        all.for(contactEntity),
        personIds.map((personId) => ({ personId })),
      ),

    /** Sign-in: whether these accounts are blocked. */
    listPreferences: (personIds: readonly PersonId[]): Promise<readonly PreferencesRecord[]> =>
      listByKeys(
        all.for(preferencesEntity),
        personIds.map((personId) => ({ personId })),
      ),

    /** Roll call: the lists of some classes, each one item; absent ones left out. */
    listClassLists: (classIds: readonly ClassId[]): Promise<readonly ClassListRecord[]> =>
      listByKeys(
        all.for(classListEntity),
        classIds.map((classId) => ({ classId })),
      ),

    /** Roll call in a directory imported before lists were written: the pupils of a class in the order of the list. */
    listPupilsOfClass: (classId: ClassId): Promise<PersonRecord[]> =>
      people.queryAllWithGsiByPk({ status: 'active', place: { classId } }, { gsiId: 'gsi1' }),

    /** The import of lessons: staff whose first school it is, in the order of their names. */
    listStaffOfSchool: (schoolId: SchoolId): Promise<PersonRecord[]> => {
      const post: Post = { schoolId, schoolName: '', functions: [], classIds: [], groupIds: [], principalOf: [] };
      return people.queryAllWithGsiByPk({ kind: 'staff', status: 'active', posts: [post] }, { gsiId: 'gsi1' });
    },

    /** The guichet of agents: staff who bear this academic mail. */
    listStaffByMail: (email: string): Promise<PersonRecord[]> =>
      people.queryAllWithGsiByPk({ kind: 'staff', status: 'active', email }, { gsiId: 'gsi2' }),

    /** The office's page of people who vanished from the import, oldest first; `after` is the end of a sort key. */
    listDetached: async (schoolId: SchoolId, after?: string) => {
      const personId = /^\d{4}-\d{2}-\d{2}#(?<id>per_[A-Za-z0-9_-]{6,80})$/.exec(after ?? '')?.groups?.['id'];
      const from =
        personId === undefined
          ? {}
          : { exclusiveStartKey: { pk: `PERSON#${personId}`, sk: 'PERSON', gsi1pk: `DETACHED#${schoolId}`, gsi1sk: after } };
      const page = await people.queryOnePageWithGsiByPk(
        { status: 'detached', detachedFrom: schoolId },
        { gsiId: 'gsi1', limit: PAGE, ...from },
      );
      const next: unknown = page.lastEvaluatedKey?.['gsi1sk'];
      return { items: page.items, ...(typeof next === 'string' ? { next } : {}) };
    },

    findSchool: (schoolId: SchoolId): Promise<SchoolRecord | undefined> => all.for(schoolEntity).getOrUndefined({ schoolId }),

    /** The LSU: the subjects of a school and their national codes. */
    findTaughtSubjects: (schoolId: SchoolId): Promise<TaughtSubjectsRecord | undefined> =>
      all.for(taughtSubjectsEntity).getOrUndefined({ schoolId }),

    findClass: (schoolId: SchoolId, classId: ClassId): Promise<ClassRecord | undefined> =>
      all.for(classEntity).getOrUndefined({ schoolId, classId }),

    /** The school's page, the import of lessons. */
    listClasses: (schoolId: SchoolId): Promise<ClassRecord[]> =>
      all
        .for(classEntity)
        .queryAllByPkAndSk(
          { schoolId },
          { skConditionExpressionClause: 'begins_with(#sk, :class)', expressionAttributeValues: { ':class': 'CLASS#' } },
        ),

    /** The import of lessons. */
    listGroups: (schoolId: SchoolId): Promise<GroupRecord[]> =>
      all
        .for(groupEntity)
        .queryAllByPkAndSk(
          { schoolId },
          { skConditionExpressionClause: 'begins_with(#sk, :group)', expressionAttributeValues: { ':group': 'GROUP#' } },
        ),

    /** Roll call of a group whose classes the lesson does not name. */
    findGroup: async (groupId: GroupId): Promise<GroupRecord | undefined> =>
      (await all.for(groupEntity).queryAllWithGsiByPk({ groupId }, { gsiId: 'gsi1' }))[0],

    findRestriction: (guardianId: PersonId, pupilId: PersonId, cause: RestrictionRecord['cause']): Promise<RestrictionRecord | undefined> =>
      all.for(restrictionEntity).getOrUndefined({ guardianId, pupilId, cause }),

    /** One decision over a guardian's rights and the event that tells it, in one write; refused when another decision came between. */
    putRestriction: async (restriction: RestrictionRecord, outbox: readonly Envelope[]): Promise<void> => {
      await all
        .for(restrictionEntity)
        .put(withOutbox(restriction, outbox), { ...IF_REVISION, expressionAttributeValues: { ':revision': restriction.revision - 1 } });
    },

    /** An adult pupil's objection and what it withholds from each guardian: all or nothing. */
    putObjection: async (
      objection: ObjectionRecord,
      restrictions: readonly { readonly restriction: RestrictionRecord; readonly outbox: readonly Envelope[] }[],
    ): Promise<void> => {
      const first = all.transactions
        .buildWriteTransaction(objectionEntity)
        .put(objection, { ...IF_REVISION, expressionAttributeValues: { ':revision': objection.revision - 1 } });
      const chained = restrictions.reduce(
        (builder, { restriction, outbox }) =>
          builder.put(withOutbox(restriction, outbox), {
            ...IF_REVISION,
            expressionAttributeValues: { ':revision': restriction.revision - 1 },
          }),
        first.nextEntity(restrictionEntity),
      );
      await chained.execute();
    },

    /** The settings in force, and before them the last decisions: the newest first. */
    listSettings: async (schoolId: SchoolId, limit: number): Promise<readonly SettingsRecord[]> => {
      const page = await all
        .for(settingsEntity)
        .queryOnePageByPkAndSk(
          { schoolId },
          { skConditionExpressionClause: 'begins_with(#sk, :settings)', expressionAttributeValues: { ':settings': 'SETTINGS#' } },
          { scanIndexForward: false, limit },
        );
      return page.items;
    },

    /** One decision and the event that tells it, in one write; refused when another decision took the version. */
    addSettings: async (settings: SettingsRecord, outbox: readonly Envelope[]): Promise<void> => {
      await all.for(settingsEntity).put(withOutbox(settings, outbox), IF_NEW);
    },

    /** One grant of a school, over or not. */
    findGrant: (schoolId: SchoolId, grantId: GrantId): Promise<GrantRecord | undefined> =>
      all.for(grantEntity).getOrUndefined({ schoolId, grantId }),

    /** The head's page of accesses: every grant that the school has given, over or not. */
    listGrants: (schoolId: SchoolId): Promise<GrantRecord[]> =>
      all
        .for(grantEntity)
        .queryAllByPkAndSk(
          { schoolId },
          { skConditionExpressionClause: 'begins_with(#sk, :grant)', expressionAttributeValues: { ':grant': 'GRANT#' } },
        ),

    /** A grant, kept by the school and held by the person, with the event that tells it: all or nothing, once. */
    addGrant: async (record: GrantRecord, held: HeldGrantRecord, outbox: readonly Envelope[]): Promise<void> => {
      await all.transactions
        .buildWriteTransaction(grantEntity)
        .put(withOutbox(record, outbox), IF_NEW)
        .nextEntity(heldGrantEntity)
        .put(held)
        .execute();
    },

    /** A grant ended before its day: the person holds it no more from the next request on, the school keeps who ended it and why. */
    endGrant: async (record: GrantRecord, outbox: readonly Envelope[]): Promise<void> => {
      await all.transactions
        .buildWriteTransaction(grantEntity)
        .put(withOutbox(record, outbox), {
          conditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#revoked)',
          expressionAttributeNames: { '#revoked': 'revoked' },
        })
        .nextEntity(heldGrantEntity)
        .delete(record)
        .execute();
    },

    putPreferences: async (preferences: PreferencesRecord): Promise<void> => {
      await all.for(preferencesEntity).put(preferences);
    },

    /** Signing out everywhere, blocking an account, choosing a language: only what changes is written, so that none of them undoes another. */
    setPreference: async (personId: PersonId, change: Partial<Omit<PreferencesRecord, 'personId'>>): Promise<void> => {
      const values = { ...NO_PREFERENCES, ...change };
      const names = Object.keys(values);
      const written = names.map((name) => (name in change ? `#${name} = :${name}` : `#${name} = if_not_exists(#${name}, :${name})`));
      await all.for(preferencesEntity).update(
        { personId },
        {
          update: { set: [...written, '#personId = :personId', '#type = :type'].join(', ') },
          expressionAttributeNames: {
            ...Object.fromEntries(names.map((name) => [`#${name}`, name])),
            '#personId': 'personId',
            '#type': '_et',
          },
          expressionAttributeValues: {
            ...Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value])),
            ':personId': personId,
            ':type': preferencesEntity.type,
          },
        },
      );
    },

    /** A person who is in no feed: operators of the academy, local accounts. */
    putLocalPerson: async (person: PersonRecord): Promise<void> => {
      await people.put(person, {
        conditionExpression: 'attribute_not_exists(pk) OR #source = :local',
        expressionAttributeNames: { '#source': 'source' },
        expressionAttributeValues: { ':local': 'local' },
      });
    },
  };
};

export type DirectoryStore = ReturnType<typeof directoryStore>;
