import { expect, it } from 'vitest';
import { readMarksCsv, writeMarksCsv } from './marks-csv.ts';

const evaluations = [
  { title: 'Contrôle', date: '12/11/2026', scale: '20' },
  { title: 'Contrôle', date: '12/11/2026', scale: '20' },
  { title: '=SUM(A1)', date: '13/11/2026', scale: '10' },
] as const;
const names = ['BERNARD Zoé', 'D’ALMEIDA Inès', '=cmd|calc', 'محمد علي'];
const pupils = names.map((name, index) => ({
  name,
  given: [{ mark: '12.5' }, index === 1 ? { none: 'absentZero' as const } : undefined, { none: 'notGraded' as const }],
  average: '12,5',
}));

it('a grid written as a file is read again as it was, and nothing of it runs', () => {
  const text = writeMarksCsv(evaluations, pupils);
  expect(text).not.toMatch(/(?:^|[;\n"])[=+@-]/m);
  expect(text).toContain('"\'=cmd|calc"');
  expect(readMarksCsv(text, evaluations, names)).toEqual({
    faults: [],
    marks: pupils.flatMap(({ given }, pupil) =>
      given.flatMap((one, evaluation) => (one === undefined ? [] : [{ pupil, evaluation, given: one }])),
    ),
  });
});

it('takes lines in any order and tells what it cannot take, line by line', () => {
  const columns = ['Contrôle (12/11/2026, sur 20)', 'Contrôle (12/11/2026, sur 20) n° 2', 'Oral'];
  const text = [
    ['ELEVE', ...columns].join(';'),
    "d'almeida ines;14;20,5;1",
    'INCONNU Paul;3;;',
    ';;;',
    'Bernard  Zoé;;7;',
    'BERNARD ZOE;9;;',
    'Petit Léa;9;;',
  ].join('\n');
  expect(readMarksCsv(text, evaluations, [...names, 'PETIT Léa', 'Petit Lea'])).toEqual({
    marks: [
      { pupil: 1, evaluation: 0, given: { mark: '14' } },
      { pupil: 0, evaluation: 1, given: { mark: '7' } },
    ],
    faults: [
      { line: 1, message: 'La colonne « Oral » n’est pas une évaluation de cette page : elle n’est pas lue.' },
      { line: 2, message: 'D’ALMEIDA Inès, Contrôle : « 20,5 ». Maximum 20.' },
      { line: 3, message: '« INCONNU Paul » n’est pas dans la liste : sa ligne n’est pas lue.' },
      { line: 6, message: '« BERNARD ZOE » figure déjà plus haut : cette ligne n’est pas lue.' },
      { line: 7, message: 'Deux élèves portent le nom « Petit Léa » : saisissez leurs lignes dans la page.' },
    ],
  });
});

it('without its column of pupils, or with a quote left open, takes nothing', () => {
  expect(readMarksCsv('Nom;Contrôle\nZoé;12', evaluations, names)).toMatchObject({ marks: [], faults: [{ line: 1 }] });
  expect(readMarksCsv('Élève;A\n"Zoé;12', evaluations, names)).toMatchObject({ marks: [], faults: [{ line: 2 }] });
});
