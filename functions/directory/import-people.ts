import {
  ClassListRecord,
  ClassRecord,
  ContactRecord,
  GroupRecord,
  ObjectionRecord,
  PersonRecord,
  RestrictionRecord,
  SchoolRecord,
  TaughtSubjectsRecord,
} from '@preau/shared/directory/record.ts';
import { directoryTable } from '@preau/shared/directory/table.ts';
import type { Envelope } from '@preau/shared/kernel/event.ts';
import type { AllEntitiesStore, Entity } from '@symphoniacloud/dynamodb-entity-store';
import * as z from 'zod';
import type { Database } from '../runtime/database/database.ts';
import { withOutbox } from '../runtime/conditional-write.ts';
import { tableStore, type Stored } from '../runtime/entity.ts';
import { unpacked } from '../runtime/packed-item.ts';
import {
  classEntity,
  classListEntity,
  contactEntity,
  groupEntity,
  personEntity,
  restrictionEntity,
  schoolEntity,
  taughtSubjectsEntity,
} from './entities.ts';
import { tableName } from '../runtime/environment.ts';
import { directoryStore, type DirectoryStore } from './store.ts';

/** What an import writes: the whole record, and what it changes for others. */
export type ImportWrite =
  | { readonly type: 'person'; readonly record: PersonRecord; readonly outbox: readonly Envelope[] }
  | { readonly type: 'school'; readonly record: SchoolRecord }
  | { readonly type: 'class'; readonly record: ClassRecord }
  | { readonly type: 'group'; readonly record: GroupRecord; readonly outbox?: readonly Envelope[] }
  | { readonly type: 'classList'; readonly record: ClassListRecord }
  | { readonly type: 'contact'; readonly record: ContactRecord }
  | { readonly type: 'taughtSubjects'; readonly record: TaughtSubjectsRecord };

/** What the directory holds, as an import compares with it. */
export type Known =
  | { readonly type: 'person'; readonly record: PersonRecord }
  | { readonly type: 'school'; readonly record: SchoolRecord }
  | { readonly type: 'class'; readonly record: ClassRecord }
  | { readonly type: 'group'; readonly record: GroupRecord }
  | { readonly type: 'classList'; readonly record: ClassListRecord }
  | { readonly type: 'contact'; readonly record: ContactRecord }
  | { readonly type: 'taughtSubjects'; readonly record: TaughtSubjectsRecord }
  | { readonly type: 'restriction'; readonly record: RestrictionRecord }
  | { readonly type: 'objection'; readonly record: ObjectionRecord };

const META = ['pk', 'sk', '_et', 'gsi1pk', 'gsi1sk', 'gsi2pk', 'gsi2sk', 'outbox'];
const own = (item: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(unpacked(item)).filter(([name]) => !META.includes(name)));

const knownOf = (item: Readonly<Record<string, unknown>>): Known | undefined => {
  const record = own(item);
  switch (item['_et']) {
    case 'person':
      return { type: 'person', record: PersonRecord.parse(record) };
    case 'school':
      return { type: 'school', record: SchoolRecord.parse(record) };
    case 'class':
      return { type: 'class', record: ClassRecord.parse(record) };
    case 'group':
      return { type: 'group', record: GroupRecord.parse(record) };
    case 'classList':
      return { type: 'classList', record: ClassListRecord.parse(record) };
    case 'contact':
      return { type: 'contact', record: ContactRecord.parse(record) };
    case 'taughtSubjects':
      return { type: 'taughtSubjects', record: TaughtSubjectsRecord.parse(record) };
    case 'restriction':
      return { type: 'restriction', record: RestrictionRecord.parse(record) };
    case 'objection':
      return { type: 'objection', record: ObjectionRecord.parse(record) };
    default:
      return undefined;
  }
};

const Key = z.record(z.string(), z.string());
const BATCH = 25;
const RETRIES = 8;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const batchPut = async <T extends P & K, P, K>(all: AllEntitiesStore, entity: Entity<T, P, K>, items: readonly T[]): Promise<void> => {
  let rest: T[] = [...items];
  for (let attempt = 0; rest.length > 0; attempt += 1) {
    if (attempt === RETRIES) throw new Error(`The engine left ${rest.length} items unwritten`);
    if (attempt > 0) await wait(50 * 2 ** attempt);
    const { unprocessedItems = [] } = await all.for(entity).advancedOperations.batchPut(rest, { batchSize: BATCH });
    const left = new Set(unprocessedItems.map((item) => JSON.stringify([item.PutRequest?.Item?.['pk'], item.PutRequest?.Item?.['sk']])));
    rest = rest.filter((item) => left.has(JSON.stringify([entity.pk(item), entity.sk(item)])));
  }
};

const stored = <T>({ record, outbox = [] }: { readonly record: T; readonly outbox?: readonly Envelope[] }): Stored<T> =>
  withOutbox(record, outbox);

/** The directory's door for imports, which alone write people, mere contacts, schools, classes with their lists, and groups. */
export const directoryImport = (store: DirectoryStore) => {
  const all = tableStore(directoryTable, store.tableName, store.client);

  return {
    /** The worker only: everything the directory holds, page by page. */
    async *scanKnown(): AsyncGenerator<readonly Known[]> {
      let from: Record<string, string> | undefined;
      do {
        const page = await store.client.scanOnePage({
          TableName: store.tableName,
          ...(from === undefined ? {} : { ExclusiveStartKey: from }),
        });
        yield (page.Items ?? []).map(knownOf).filter((known) => known !== undefined);
        from = page.LastEvaluatedKey === undefined ? undefined : Key.parse(page.LastEvaluatedKey);
      } while (from !== undefined);
    },

    /** Whole records by derived keys: writing them twice changes nothing, and only one import writes at a time. */
    putAll: async (writes: readonly ImportWrite[]): Promise<void> => {
      const people: Stored<PersonRecord>[] = writes.filter((write) => write.type === 'person').map(stored);
      await Promise.all([
        batchPut(
          all,
          schoolEntity,
          writes.filter((write) => write.type === 'school').map((write) => write.record),
        ),
        batchPut(
          all,
          classEntity,
          writes.filter((write) => write.type === 'class').map((write) => write.record),
        ),
        batchPut(all, groupEntity, writes.filter((write) => write.type === 'group').map(stored)),
        batchPut(
          all,
          classListEntity,
          writes.filter((write) => write.type === 'classList').map((write) => write.record),
        ),
        batchPut(
          all,
          contactEntity,
          writes.filter((write) => write.type === 'contact').map((write) => write.record),
        ),
        batchPut(
          all,
          taughtSubjectsEntity,
          writes.filter((write) => write.type === 'taughtSubjects').map((write) => write.record),
        ),
        batchPut(all, personEntity, people),
      ]);
    },

    /** An adult pupil's objection also binds a guardian whom the import brings later; a decision already there is kept. */
    addRestriction: async (restriction: RestrictionRecord): Promise<void> => {
      await all
        .for(restrictionEntity)
        .put(restriction, { conditionExpression: 'attribute_not_exists(pk)' })
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException')) throw error;
        });
    },
  };
};

export type DirectoryImport = ReturnType<typeof directoryImport>;

/** The door as the worker of imports opens it: the directory's table named by its environment. */
export const directoryImportDoor = (client: Database): DirectoryImport => directoryImport(directoryStore(tableName('directory'), client));
