import { expect, it } from 'vitest';
import { ofName } from './french.ts';

it.each([
  ['Anne-Sophie', 'd’Anne-Sophie'],
  ['Élise Müller', 'd’Élise Müller'],
  ['Irina', 'd’Irina'],
  ['Yves', 'd’Yves'],
  ['Yasmine', 'de Yasmine'],
  ['Hélène', 'd’Hélène'],
  ['Hugo', 'd’Hugo'],
  ['Hassan', 'de Hassan'],
  ['Mme Weber', 'de Mme Weber'],
  ['', 'de '],
])('elides before a vowel or a mute h: %s', (name, words) => expect(ofName(name)).toBe(words));
