import { expect, it } from 'vitest';
import { readSubSubjects, writeKnown, writeSubSubjects } from './sub-subjects.ts';

const PARTS = [
  { subSubjectId: 'oral', name: 'Oral', coefficient: '2' },
  { subSubjectId: 'ecrit2', name: 'Écrit', coefficient: '1.5' },
];

it('reads what it writes, each part keeping its own name', () => {
  expect(readSubSubjects(writeSubSubjects(PARTS), writeKnown(PARTS))).toEqual(PARTS);
});

it('names new parts by themselves, without taking the name of another', () => {
  expect(readSubSubjects('Oral : 3\n\nÉcrit\nécrit bis : 0,5', 'oral=Oral\necrit=Ancien')).toEqual([
    { subSubjectId: 'oral', name: 'Oral', coefficient: '3' },
    { subSubjectId: 'ecrit2', name: 'Écrit', coefficient: '1' },
    { subSubjectId: 'ecritbis', name: 'écrit bis', coefficient: '0.5' },
  ]);
});

it.each(['Oral : beaucoup', ' : 2', 'x'.repeat(41)])('tells the line that cannot be read: %s', (line) => {
  expect(readSubSubjects(`Écrit : 1\n${line}`, '')).toEqual({ message: expect.stringContaining('Ligne 2') });
});

it('takes eight parts at most', () => {
  expect(readSubSubjects(Array.from({ length: 9 }, (_, index) => `Partie ${index}`).join('\n'), '')).toEqual({
    message: '8 sous-matières au plus.',
  });
});
