import { describe, expect, it } from 'vitest';
import { toSms } from './sms.ts';

describe('an SMS', () => {
  it.each([
    ['Léa : absence à signaler', 'gsm7', 'Léa : absence à signaler', 0],
    ['L’élève « Noël » est là…', 'gsm7', 'L\'élève " Noel " est là...', 5],
    ['Zoë, François, Benoît, cœur', 'gsm7', 'Zoe, Francois, Benoit, coeur', 4],
    ['Łukasz, Šimon, Ağaoğlu', 'gsm7', 'Lukasz, Simon, Agaoglu', 4],
    ['Nguyễn', 'gsm7', 'Nguyen', 1],
    ['Noël décomposé', 'gsm7', 'Noel décomposé', 1],
    ['محمد', 'ucs2', 'محمد', 0],
    ['Léa 🙂', 'ucs2', 'Léa 🙂', 0],
  ])('%s is written as %s', (message, encoding, text, replaced) => {
    expect(toSms(message)).toMatchObject({ encoding, text, replaced });
  });

  it.each([
    ['160 characters', 'a'.repeat(160), 'gsm7', 1],
    ['161 characters', 'a'.repeat(161), 'gsm7', 2],
    ['306 characters', 'a'.repeat(306), 'gsm7', 2],
    ['307 characters', 'a'.repeat(307), 'gsm7', 3],
    ['80 signs that cost two', '€'.repeat(80), 'gsm7', 1],
    ['81 signs that cost two', '€'.repeat(81), 'gsm7', 2],
    ['a pair that does not fit the end of a part', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 'gsm7', 3],
    ['70 characters of UCS-2', 'م'.repeat(70), 'ucs2', 1],
    ['71 characters of UCS-2', 'م'.repeat(71), 'ucs2', 2],
    ['35 emojis', '🙂'.repeat(35), 'ucs2', 1],
    ['36 emojis', '🙂'.repeat(36), 'ucs2', 2],
    ['67 emojis, never cut in two', '🙂'.repeat(67), 'ucs2', 3],
    ['nothing', '', 'gsm7', 1],
  ])('of %s costs its parts', (_case, message, encoding, parts) => {
    expect(toSms(message)).toMatchObject({ encoding, parts });
  });
});
