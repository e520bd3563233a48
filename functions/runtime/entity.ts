import { createStore, noopLogger, realClock, type AllEntitiesStore, type Entity } from '@symphoniacloud/dynamodb-entity-store';
import type { TableSpec } from '@preau/shared/kernel/table.ts';
import type * as z from 'zod';
import type { Database } from './database/database.ts';
import { packed, unpacked } from './packed-item.ts';

type Key<T> = (item: T) => string;
type SparseKey<T> = (item: T) => string | undefined;

/** How an item is written without the names of its fields, nor what its keys say already. */
export interface ItemText<T> {
  readonly write: (item: T) => string;
  readonly read: (text: string, keys: { readonly pk: string; readonly sk: string }) => Readonly<Record<string, unknown>>;
}

interface EntitySpec<S extends z.ZodObject, P, K> {
  readonly type: string;
  readonly schema: S;
  readonly pk: Key<P>;
  readonly sk: Key<K>;
  /** Lists and objects that conditions speak of: the others are stored in one text. */
  readonly apart?: readonly (keyof z.output<S> & string)[];
  /** Instead of its attributes, the whole item in one text: for what is read by the dozen, and of which no condition speaks. */
  readonly text?: ItemText<z.output<S>>;
  /** Undefined keys keep the item out of the index. */
  readonly gsi1?: { readonly pk: SparseKey<z.output<S>>; readonly sk: SparseKey<z.output<S>> };
  readonly gsi2?: { readonly pk: SparseKey<z.output<S>>; readonly sk: SparseKey<z.output<S>> };
}

/** What is stored: the entity, and the events that others must know of, in the same write. @see withOutbox */
export type Stored<T> = T & { readonly outbox?: string };

/** The attribute that holds an item which is one text. */
const TEXT = '_text';

/** An entity: its schema parses every read, its key functions are the only place that knows key texts. */
export const entity = <S extends z.ZodObject, P, K>(spec: EntitySpec<S, P, K>): Entity<Stored<z.output<S>> & P & K, P, K> => {
  const gsi = (keys: { pk: SparseKey<never>; sk: SparseKey<never> } | undefined, name: string) =>
    keys === undefined ? {} : { [name]: keys };
  return {
    type: spec.type,
    pk: spec.pk,
    sk: spec.sk,
    gsis: { ...gsi(spec.gsi1, 'gsi1'), ...gsi(spec.gsi2, 'gsi2') } as never,
    convertToDynamoFormat: (item) => (spec.text === undefined ? packed(item, spec.apart) : { [TEXT]: spec.text.write(item) }),
    parse: (item, metaNames) => {
      const text = item[TEXT];
      if (spec.text !== undefined && typeof text === 'string') {
        return spec.schema.parse(spec.text.read(text, { pk: String(item['pk']), sk: String(item['sk']) })) as never;
      }
      const own = Object.entries(unpacked(item)).filter(([name]) => name !== 'outbox' && !metaNames.includes(name));
      return spec.schema.parse(Object.fromEntries(own)) as never;
    },
  };
};

/** The store of a domain's table, as declared in `shared/<domain>/table.ts`. */
export const tableStore = (spec: TableSpec, tableName: string, client: Database): AllEntitiesStore =>
  createStore(
    {
      tableName,
      metaAttributeNames: {
        pk: 'pk',
        sk: 'sk',
        entityType: '_et',
        ...(spec.ttl ? { ttl: 'ttl' } : {}),
        gsisById: Object.fromEntries(spec.indexes.map((name) => [name, { pk: `${name}pk`, sk: `${name}sk` }])),
      },
      gsiNames: Object.fromEntries(spec.indexes.map((name) => [name, name])),
      allowScans: true,
    },
    { clock: realClock(), logger: noopLogger, dynamoDB: client },
  );

interface ReadableStore<K, T> {
  readonly getOrUndefined: (key: K) => Promise<T | undefined>;
}

/** Items by their keys, in that order, absent ones left out: what is asked for at once is read in one request. */
export const listByKeys = async <K, T>(store: ReadableStore<K, T>, keys: readonly K[]): Promise<T[]> =>
  (await Promise.all(keys.map((key) => store.getOrUndefined(key)))).filter((item) => item !== undefined);

/** The items of one entity among those of a partition: its own parser has run on each of them, and the library only forgets the type. */
export const itemsOf = <T extends P & K, P, K>(found: Readonly<Record<string, unknown[]>>, { type }: Entity<T, P, K>): T[] =>
  (found[type] ?? []) as T[];

/** True when a conditional write was refused by its condition. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' ||
    (error.name === 'TransactionCanceledException' && error.message.includes('ConditionalCheckFailed')));
