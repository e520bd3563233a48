import { expect, it } from 'vitest';
import { nameOf } from './names.ts';

it('names a person by both names, or by the only one that is known', () => {
  expect(nameOf({ firstName: 'Anne', lastName: 'Schmitt' })).toBe('Anne Schmitt');
  expect(nameOf({ firstName: '', lastName: 'Schmitt' })).toBe('Schmitt');
  expect(nameOf({ firstName: 'Anne', lastName: '' })).toBe('Anne');
});
