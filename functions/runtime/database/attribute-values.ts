type Stored =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly L: readonly Stored[] }
  | { readonly M: Readonly<Record<string, Stored>> };

type Values = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlain = (value: object): value is Values => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const storedNumber = (value: number): Stored => {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
    throw new TypeError(`${value} cannot be stored as a number`);
  return { N: String(value) };
};

const storedValue = (value: unknown): Stored => {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return storedNumber(value);
  if (typeof value === 'boolean') return { BOOL: value };
  if (value === null) return { NULL: true };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(storedValue) };
  if (typeof value === 'object' && isPlain(value)) return { M: storedItem(value) };
  throw new TypeError(`A value of type ${typeof value} cannot be stored`);
};

/** A loop, where `Object.fromEntries` costs a quarter more of a whole call that reads a class. */
const mapped = <T>(values: Values, change: (value: unknown, name: string) => T): Record<string, T> => {
  const result: Record<string, T> = {};
  for (const name of Object.keys(values)) {
    if (name === '__proto__') throw new TypeError('No field can bear this name');
    const value = values[name];
    if (value !== undefined) result[name] = change(value, name);
  }
  return result;
};

/** Throws where a value would not be read again as it was written. */
export const refuseUnstorable = (value: unknown): void => {
  storedValue(value);
};

/** Values of JSON as DynamoDB writes them; undefined ones are left out, anything that is not JSON is refused. */
export const storedItem = (item: Values): Readonly<Record<string, Stored>> => mapped(item, storedValue);

const readNumber = (text: string): number => {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new TypeError('The table holds a number that cannot be read exactly');
  return value;
};

const readValue = (stored: unknown): unknown => {
  if (!isRecord(stored)) throw new TypeError('The table answered a value without a type');
  const { S, N, M, L, BOOL } = stored;
  if (typeof S === 'string') return S;
  if (isRecord(M)) return readItem(M);
  if (Array.isArray(L)) return L.map(readValue);
  if (typeof N === 'string') return readNumber(N);
  if (typeof BOOL === 'boolean') return BOOL;
  if (stored['NULL'] === true) return null;
  throw new TypeError(`The table holds a type of value that nothing here writes: ${Object.keys(stored).join()}`);
};

/** An item as values of JSON; sets and bytes, which nothing here writes, are refused. */
export const readItem = (item: Values): Values => mapped(item, readValue);

const ITEM_FIELDS = new Set(['Item', 'Key', 'Attributes', 'ExpressionAttributeValues', 'ExclusiveStartKey', 'LastEvaluatedKey']);
const LIST_FIELDS = new Set(['Items', 'Keys']);

type Convert = (item: Values) => Values;

const itemsIn = (list: unknown, convert: Convert): unknown =>
  Array.isArray(list) ? list.map((item) => (isRecord(item) ? convert(item) : item)) : list;

/** Requests and answers are JSON but for the items in them, wherever the operation puts them. */
const converted = (value: unknown, convert: Convert): unknown => {
  if (Array.isArray(value)) return value.map((one) => converted(one, convert));
  return isRecord(value) ? convertedFields(value, convert) : value;
};

const convertedField = (name: string, value: unknown, convert: Convert): unknown => {
  if (ITEM_FIELDS.has(name) && isRecord(value)) return convert(value);
  if (LIST_FIELDS.has(name)) return itemsIn(value, convert);
  // A batch answers lists by table, a transaction a list.
  if (name === 'Responses' && isRecord(value)) return mapped(value, (items) => itemsIn(items, convert));
  return converted(value, convert);
};

const convertedFields = (fields: Values, convert: Convert): Values => mapped(fields, (value, name) => convertedField(name, value, convert));

/** A request as the wire wants it. */
export const requestBody = (input: object): string => JSON.stringify(convertedFields({ ...input }, storedItem));

/** An answer with plain items in it. */
export const readAnswer = (text: string): Values => {
  const answer: unknown = JSON.parse(text);
  if (!isRecord(answer)) throw new TypeError('DynamoDB answered something else than an object');
  return convertedFields(answer, readItem);
};
