import type { Random } from '../random.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Keys that a careless handler would spread into an item or trust. */
const FOREIGN_KEYS = [
  'tenantId',
  'schoolId',
  'role',
  'roles',
  'isAdmin',
  'operator',
  'authorId',
  'takenBy',
  'status',
  'published',
  'createdAt',
  'id',
  'pk',
  'sk',
  'gsi1pk',
  'ttl',
  'outbox',
  '_et',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
] as const;

const HOSTILE: readonly Json[] = [
  null,
  '',
  ' ',
  '\u0000',
  '\u202E',
  '__proto__',
  [],
  {},
  -1,
  0,
  1e308,
  9_007_199_254_740_992,
  0.1,
  true,
  false,
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("x")',
  '../../etc/passwd',
  '${jndi:ldap://x}',
  'x'.repeat(100_001),
  { $ne: null },
  { S: 'x' },
  '2026-02-30',
  '0000-00-00',
  '25:61',
  ['per_aaaaaaaaaaaa'],
  [[[[[[[[]]]]]]]],
  'per_',
  'les_x-20261301',
  '９９',
  'e\u0301'.repeat(50),
];

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON text by hand, so that `__proto__` is a key like any other, as it is for whoever attacks. */
const withKey = (object: { readonly [key: string]: Json }, key: string, value: Json): Json => {
  const copy: Record<string, Json> = { ...object };
  Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
};

export interface Mutation {
  readonly value: Json;
  /** A key that the contract does not list was added, and nothing else changed. */
  readonly foreignKey?: string;
}

/** Adds a key that no contract lists to an otherwise valid body. */
export const addForeignKey = (body: Json, random: Random): Mutation => {
  const object = isObject(body) ? body : {};
  const free = FOREIGN_KEYS.filter((key) => !Object.hasOwn(object, key));
  const foreignKey = random.pick(free);
  return { value: withKey(object, foreignKey, random.pick(HOSTILE)), foreignKey };
};

const mutateObject = (object: { readonly [key: string]: Json }, random: Random): Json => {
  const keys = Object.keys(object);
  const key = keys.length === 0 ? random.pick(FOREIGN_KEYS) : random.pick(keys);
  const roll = random.below(4);
  if (roll === 0) return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
  if (roll === 1) return withKey(object, random.pick(FOREIGN_KEYS), random.pick(HOSTILE));
  return withKey(object, key, roll === 2 ? random.pick(HOSTILE) : mutateInside(object[key] ?? null, random));
};

/** Somewhere in the value, one thing becomes hostile. */
export const mutateInside = (value: Json, random: Random): Json => {
  if (isObject(value)) return mutateObject(value, random);
  if (Array.isArray(value) && value.length > 0 && random.below(3) > 0) {
    const at = random.below(value.length);
    if (random.below(3) === 0) return [...value, ...Array.from({ length: 500 }, () => value[at])];
    return value.map((part: Json, index) => (index === at ? mutateInside(part, random) : part));
  }
  return random.pick(HOSTILE);
};
