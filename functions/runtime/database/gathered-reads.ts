import type { DynamoDBInterface } from '@symphoniacloud/dynamodb-entity-store';

type Get = DynamoDBInterface['get'];
type BatchGet = DynamoDBInterface['batchGet'];
type Input = Parameters<Get>[0];
type Output = Awaited<ReturnType<Get>>;
type Item = NonNullable<Output['Item']>;
type Key = NonNullable<Input['Key']>;

interface Asked {
  readonly input: Input;
  readonly resolve: (output: Output) => void;
  readonly reject: (error: unknown) => void;
}

/** DynamoDB's own bound on a batch. */
const MOST = 100;

const nameOf = (table: string, names: readonly string[], item: Item): string => JSON.stringify([table, ...names.map((name) => item[name])]);

/** Items by what their key says, each name once: the same key twice in a batch is refused. */
const byName = (asked: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> =>
  Map.groupBy(asked, ({ input: { TableName = '', Key = {} } }) => nameOf(TableName, Object.keys(Key).toSorted(), Key));

const slices = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / MOST) }, (_, index) => list.slice(index * MOST, (index + 1) * MOST));

/**
 * Items that are asked for in the same turn, by whatever code and of whatever tables, are read in one request: a request costs more than an
 * item. What DynamoDB leaves unread is asked for by itself, with the SDK's own retries.
 */
export const gatherReads = (get: Get, batchGet: BatchGet): Get => {
  let waiting: Asked[] = [];

  const readAlone = ({ input, resolve, reject }: Asked): void => {
    get(input).then(resolve, reject);
  };

  const readTogether = async (named: readonly (readonly [string, readonly Asked[]])[], consistent: boolean): Promise<void> => {
    const keys = new Map<string, Key[]>();
    for (const [, [one]] of named) {
      const { TableName = '', Key = {} } = one?.input ?? {};
      keys.set(TableName, [...(keys.get(TableName) ?? []), Key]);
    }
    const tables = [...keys].map(([table, Keys]) => [table, { Keys, ...(consistent ? { ConsistentRead: true } : {}) }] as const);
    const { Responses = {}, UnprocessedKeys = {}, $metadata } = await batchGet({ RequestItems: Object.fromEntries(tables) });
    const keyNames = Object.keys(keys.values().next().value?.[0] ?? {}).toSorted();
    const index = (found: Readonly<Record<string, readonly Item[]>>) =>
      new Map(Object.entries(found).flatMap(([table, items]) => items.map((item) => [nameOf(table, keyNames, item), item] as const)));
    const items = index(Responses);
    const unread = index(Object.fromEntries(Object.entries(UnprocessedKeys).map(([table, { Keys = [] }]) => [table, Keys])));
    for (const [name, same] of named) {
      const Item = items.get(name);
      for (const asked of same) {
        if (unread.has(name)) readAlone(asked);
        else asked.resolve({ $metadata, ...(Item === undefined ? {} : { Item }) });
      }
    }
  };

  const readAll = (): void => {
    const all = waiting;
    waiting = [];
    for (const consistent of [false, true]) {
      const asked = all.filter(({ input }) => (input.ConsistentRead === true) === consistent);
      for (const named of slices([...byName(asked)])) {
        const [first] = named;
        if (named.length === 1 && first?.[1].length === 1) first[1].forEach(readAlone);
        else
          readTogether(named, consistent).catch((error: unknown) =>
            named.forEach(([, same]) => same.forEach(({ reject }) => reject(error))),
          );
      }
    }
  };

  return (input) =>
    new Promise((resolve, reject) => {
      // Once everything that is ready to run has run.
      if (waiting.length === 0) process.nextTick(readAll);
      waiting.push({ input, resolve, reject });
    });
};
