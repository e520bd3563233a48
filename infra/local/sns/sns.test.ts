import { expect, it } from 'vitest';
import { matchesPolicy } from './filter.ts';
import { smsParts } from './sms-parts.ts';

it.each([
  ['Bonjour', 'GSM-7', 1],
  ['é'.repeat(160), 'GSM-7', 1],
  ['é'.repeat(161), 'GSM-7', 2],
  ['€'.repeat(81), 'GSM-7', 2],
  ['ê', 'UCS-2', 1],
  ['’'.repeat(71), 'UCS-2', 2],
  ['😀'.repeat(35), 'UCS-2', 1],
  ['😀'.repeat(36), 'UCS-2', 2],
])('counts the parts of an SMS as carriers bill them (%#)', (text, encoding, parts) => {
  expect(smsParts(text)).toMatchObject({ encoding, parts });
});

const of = (value: string) => ({ type: { DataType: 'String', StringValue: value } });

it('delivers to a subscription only what its policy asks for', () => {
  expect(matchesPolicy({}, of('a'))).toBe(true);
  expect(matchesPolicy({ type: ['a', 'b'] }, of('b'))).toBe(true);
  expect(matchesPolicy({ type: ['a'] }, of('c'))).toBe(false);
  expect(matchesPolicy({ type: ['a'] }, {})).toBe(false);
  expect(matchesPolicy({ type: [{ prefix: 'attendance.' }] }, of('attendance.x'))).toBe(true);
  expect(matchesPolicy({ type: [{ 'anything-but': ['a'] }] }, of('a'))).toBe(false);
  expect(matchesPolicy({ type: [{ exists: false }] }, {})).toBe(true);
});
