import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packed, unpacked } from './packed-item.ts';

const name = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__' && text !== '_json');
const single = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.maxSafeInteger());
const deep = fc.oneof(fc.array(single), fc.dictionary(name, fc.array(single)));

it('gives back what was stored, whatever its lists and objects', () => {
  fc.assert(
    fc.property(fc.dictionary(name, fc.oneof(single, deep)), (item) => {
      const stored = packed(item);
      expect(Object.values(stored).filter((value) => typeof value === 'object' && value !== null)).toEqual([]);
      expect(unpacked(stored)).toEqual(item);
    }),
  );
});

it('leaves single values, and what stands apart, as they are', () => {
  expect(packed({ pk: 'a', n: 1, none: null })).toEqual({ pk: 'a', n: 1, none: null });
  expect(packed({ pk: 'a', list: [1], seen: { on: 'x' } }, ['seen'])).toEqual({ pk: 'a', seen: { on: 'x' }, _json: '{"list":[1]}' });
});

it.each([
  ['a date', new Date()],
  ['a number that is none', Number.NaN],
  ['a set', new Set([1])],
])('refuses %s, which would be read as something else', (_, value) => {
  expect(() => packed({ list: [value] })).toThrow(TypeError);
});
