import { expect, it } from 'vitest';
import { examOf, partsOf } from './find-simulation.ts';

it.each([
  ['12,5', undefined],
  ['', undefined],
  ['b', 'Écrivez une note sur 20, par exemple 12,5.'],
  ['Abs', 'Écrivez une note sur 20, par exemple 12,5.'],
  ['6/10', 'Écrivez une note sur 20, par exemple 12,5.'],
  ['21', 'Maximum 20.'],
  ['12,345', 'Deux décimales au plus.'],
])('says of a simulated mark « %s »: %s', (text, fault) => {
  const { parts } = partsOf(examOf('brevet'), {}, { maths: text });
  expect(parts.find(({ key }) => key === 'maths')?.fault).toBe(fault);
});
