import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { gatherReads } from './gathered-reads.ts';

type Get = Parameters<typeof gatherReads>[0];
type BatchGet = Parameters<typeof gatherReads>[1];

/** Tables that hold `1` to `150`, and remember how they were read. */
const anEngine = (unread: readonly string[] = []) => {
  const alone: unknown[] = [];
  const batches: Record<string, { readonly Keys: readonly object[]; readonly ConsistentRead?: boolean }>[] = [];
  const found = (table: string, key: Record<string, unknown>) => (Number(key['pk']) <= 150 ? [{ ...key, table }] : []);
  const get: Get = async ({ TableName = '', Key = {} }) => {
    alone.push(Key['pk']);
    const [Item] = found(TableName, Key);
    return { $metadata: {}, ...(Item === undefined ? {} : { Item }) };
  };
  const batchGet: BatchGet = async ({ RequestItems = {} }) => {
    batches.push(RequestItems as (typeof batches)[number]);
    const isRead = (key: Record<string, unknown>) => !unread.includes(String(key['pk']));
    const each = (keep: (table: string, keys: Record<string, unknown>[]) => object) =>
      Object.fromEntries(Object.entries(RequestItems).map(([table, { Keys = [] }]) => [table, keep(table, Keys)]));
    return {
      $metadata: {},
      // In no order, as DynamoDB answers.
      Responses: each((table, keys) =>
        keys
          .filter(isRead)
          .flatMap((key) => found(table, key))
          .toReversed(),
      ) as never,
      UnprocessedKeys: each((_, keys) => ({ Keys: keys.filter((key) => !isRead(key)) })) as never,
    };
  };
  const read = gatherReads(get, batchGet);
  const ask = (pk: string, table = 'notes', more: object = {}) => read({ TableName: table, Key: { sk: 'X', pk }, ...more });
  return { alone, batches, ask };
};

it('reads what is asked for in one turn in one request, each asker getting his own', async () => {
  const { ask, alone, batches } = anEngine();
  const later = Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => ask('3'));
  const answers = await Promise.all([ask('1'), ask('2', 'people'), ask('999'), ask('1'), later]);
  expect(answers.map(({ Item }) => Item)).toEqual([
    { pk: '1', sk: 'X', table: 'notes' },
    { pk: '2', sk: 'X', table: 'people' },
    undefined,
    { pk: '1', sk: 'X', table: 'notes' },
    { pk: '3', sk: 'X', table: 'notes' },
  ]);
  expect([alone, batches.length, batches[0]?.['notes']?.Keys.length]).toEqual([[], 1, 3]);
});

it('reads a single item by itself, and each turn apart', async () => {
  const { ask, alone, batches } = anEngine();
  await ask('1');
  const first = ask('2');
  await turn();
  await Promise.all([first, ask('3')]);
  expect([alone, batches]).toEqual([['1', '2', '3'], []]);
});

it('keeps apart what must be read as of now', async () => {
  const { ask, batches } = anEngine();
  await Promise.all(['1', '2'].flatMap((pk) => [ask(pk), ask(pk, 'notes', { ConsistentRead: true })]));
  expect(batches.map(({ notes }) => notes?.ConsistentRead)).toEqual([undefined, true]);
});

it('asks for a hundred at most', async () => {
  const { ask, batches } = anEngine();
  const answers = await Promise.all(Array.from({ length: 150 }, (_, index) => ask(String(index + 1))));
  expect(answers.every(({ Item }, index) => Item?.['pk'] === String(index + 1))).toBe(true);
  expect(batches.map(({ notes }) => notes?.Keys.length)).toEqual([100, 50]);
});

it('asks again, by itself, for what the engine left unread', async () => {
  const { ask, alone } = anEngine(['2']);
  const answers = await Promise.all(['1', '2', '3'].map((pk) => ask(pk)));
  expect(answers.map(({ Item }) => Item?.['pk'])).toEqual(['1', '2', '3']);
  expect(alone).toEqual(['2']);
});

it('tells every asker of a request that failed', async () => {
  const failure = new Error('down');
  const read = gatherReads(
    () => Promise.reject(failure),
    () => Promise.reject(failure),
  );
  const asked = ['1', '2'].map((pk) => read({ TableName: 'notes', Key: { pk } }));
  expect((await Promise.allSettled(asked)).map((one) => one.status === 'rejected' && one.reason === failure)).toEqual([true, true]);
});
