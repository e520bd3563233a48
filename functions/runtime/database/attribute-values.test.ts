import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readAnswer, readItem, requestBody, storedItem } from './attribute-values.ts';

// The SDK judges a value by its `constructor`, and takes a field of that name for it.
const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__' && text !== 'constructor');
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }).filter((number) => !Object.is(number, -0)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}));

it('writes and reads values of JSON as the SDK does', () => {
  fc.assert(
    fc.property(fc.dictionary(name, value), (item) => {
      expect(storedItem(item)).toEqual(marshall(item));
      expect(readItem(marshall(item))).toEqual(unmarshall(marshall(item)));
    }),
  );
});

it('takes a field called constructor for a field', () => {
  const item = { constructor: [], nested: { constructor: 'x' } };
  expect(readItem(storedItem(item))).toEqual(item);
});

it('leaves undefined values out, in items and in lists', () => {
  expect(storedItem({ a: undefined, b: { c: undefined }, d: [undefined, 'x'] })).toEqual({ b: { M: {} }, d: { L: [{ S: 'x' }] } });
});

it.each([
  ['a date', new Date()],
  ['bytes', new Uint8Array(1)],
  ['a set', new Set(['a'])],
  ['not a number', Number.NaN],
  ['an infinite number', Number.POSITIVE_INFINITY],
  ['a number that loses digits', 2 ** 60],
  ['a big integer', 1n],
  ['a function', () => 1],
])('refuses to store %s', (_, wrong) => {
  expect(() => storedItem({ wrong })).toThrow(TypeError);
});

it.each([{ SS: ['a'] }, { NS: ['1'] }, { B: 'AA==' }, { N: '9007199254740993' }, 'text'])('refuses to read %j', (wrong) => {
  expect(() => readItem({ wrong })).toThrow(TypeError);
});

it('lets no field change a prototype', () => {
  expect(() => readItem(JSON.parse('{"__proto__":{"M":{"admin":{"BOOL":true}}}}'))).toThrow(TypeError);
});

it('finds the items of a request wherever its operation puts them', () => {
  const sent = (input: object): unknown => JSON.parse(requestBody(input));
  expect(sent({ TableName: 't', Key: { pk: 'a' }, ConsistentRead: true })).toEqual({
    TableName: 't',
    Key: { pk: { S: 'a' } },
    ConsistentRead: true,
  });
  expect(
    sent({ ExpressionAttributeNames: { '#a': 'Item' }, ExpressionAttributeValues: { ':a': 1 }, ExclusiveStartKey: { pk: 'a' } }),
  ).toEqual({
    ExpressionAttributeNames: { '#a': 'Item' },
    ExpressionAttributeValues: { ':a': { N: '1' } },
    ExclusiveStartKey: { pk: { S: 'a' } },
  });
  expect(sent({ RequestItems: { t: { Keys: [{ pk: 'a' }] } } })).toEqual({ RequestItems: { t: { Keys: [{ pk: { S: 'a' } }] } } });
  expect(sent({ RequestItems: { t: [{ PutRequest: { Item: { Item: 'x' } } }, { DeleteRequest: { Key: { pk: 'a' } } }] } })).toEqual({
    RequestItems: { t: [{ PutRequest: { Item: { Item: { S: 'x' } } } }, { DeleteRequest: { Key: { pk: { S: 'a' } } } }] },
  });
  expect(sent({ TransactItems: [{ Put: { Item: { pk: 'a' }, TableName: 't' } }, { Update: { Key: { pk: 'b' } } }] })).toEqual({
    TransactItems: [{ Put: { Item: { pk: { S: 'a' } }, TableName: 't' } }, { Update: { Key: { pk: { S: 'b' } } } }],
  });
});

it('finds the items of an answer', () => {
  const stored = { pk: { S: 'a' }, Items: { L: [{ S: 'x' }] } };
  const plain = { pk: 'a', Items: ['x'] };
  const read = (answer: object): unknown => readAnswer(JSON.stringify(answer));
  expect(read({ Item: stored })).toEqual({ Item: plain });
  expect(read({ Items: [stored], Count: 1, LastEvaluatedKey: { pk: { S: 'a' } } })).toEqual({
    Items: [plain],
    Count: 1,
    LastEvaluatedKey: { pk: 'a' },
  });
  expect(read({ Responses: { t: [stored] }, UnprocessedKeys: { t: { Keys: [{ pk: { S: 'b' } }] } } })).toEqual({
    Responses: { t: [plain] },
    UnprocessedKeys: { t: { Keys: [{ pk: 'b' }] } },
  });
  expect(read({ Responses: [{ Item: stored }, {}] })).toEqual({ Responses: [{ Item: plain }, {}] });
  expect(read({ UnprocessedItems: { t: [{ PutRequest: { Item: stored } }] } })).toEqual({
    UnprocessedItems: { t: [{ PutRequest: { Item: plain } }] },
  });
  expect(() => readAnswer('[]')).toThrow(TypeError);
});
