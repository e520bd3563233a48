import { expect, it } from 'vitest';
import { PersonId, SkillId } from '../kernel/ids.ts';
import { writeClassResultsCsv, writeCouncilCsv } from './class-csv.ts';
import { readLevelsCsv, writeLevelsCsv } from './levels-csv.ts';
import { readRemarksCsv, writeRemarksCsv, type CsvRemark } from './remarks-csv.ts';
import { writing } from './remarks.ts';

const teacher = { by: PersonId.parse('per_teacher'), byName: 'M. Weber', at: '2026-11-23T10:00:00.000Z' };
const HOSTILE = '=HYPERLINK("http://x")';
const rows: readonly CsvRemark[] = [
  { name: '4B', isClass: true, remark: writing(undefined, { text: 'Classe agréable.' }, 'written', teacher) },
  {
    name: 'BERNARD Zoé',
    isClass: false,
    remark: writing(undefined, { text: `${HOSTILE}\nligne 2 ; « fin »`, position: 3, finalAverage: '13.5' }, 'written', teacher),
  },
  { name: '-D’ALMEIDA Inès', isClass: false },
];

it('remarks written as a file are read again as they were, and nothing of it runs', () => {
  const text = writeRemarksCsv(rows);
  expect(text).not.toMatch(/(?:^|[;\n"])[=+@-]/m);
  expect(readRemarksCsv(text, rows)).toEqual({
    faults: [],
    remarks: [
      { row: 0, revision: 1, text: 'Classe agréable.' },
      { row: 1, revision: 1, text: `${HOSTILE}\nligne 2 ; « fin »`, position: 3, finalAverage: '13.5' },
      { row: 2, revision: 0, text: '' },
    ],
  });
});

it('a remark left empty stays as it is, one that was written since is named by its version, and nothing is taken while a line is wrong', () => {
  const header = 'Élève;Positionnement retenu;Moyenne retenue;Appréciation;Version';
  const { remarks } = readRemarksCsv(`${header}\nBernard Zoe;;14,50;;7`, rows);
  expect(remarks).toEqual([{ row: 1, revision: 7, text: `${HOSTILE}\nligne 2 ; « fin »`, position: 3, finalAverage: '14.5' }]);
  const wrong = readRemarksCsv(`${header}\nBernard Zoe;5;21;${'é'.repeat(601)};1\nInconnu;1;;;`, rows);
  expect(wrong.remarks).toEqual([]);
  expect(wrong.faults.map(({ line }) => line)).toEqual([2, 2, 2, 3]);
});

it('levels written as a file are read again, and only what is changed is sent', () => {
  const READING = SkillId.parse('skl_francais-lire');
  const view = {
    skills: [{ skillId: READING, label: 'Lire et comprendre' }],
    pupils: [
      {
        pupilId: PersonId.parse('per_lea000'),
        name: 'KELLER Léa',
        closed: false,
        levels: [{ skillId: READING, computed: { position: 2, sum: 2, count: 1 } }],
        revision: 4,
      },
    ],
  };
  const text = writeLevelsCsv(view);
  expect(text).toContain('KELLER Léa;2;;4');
  expect(readLevelsCsv(text, view)).toEqual({ levels: [], faults: [] });
  const filled = text.replace('KELLER Léa;2;;4', 'KELLER Léa;2;3;4');
  expect(readLevelsCsv(filled, view)).toEqual({ levels: [{ pupil: 0, revision: 4, set: [{ skillId: READING, level: 3 }] }], faults: [] });
  expect(readLevelsCsv(text.replace('KELLER Léa;2;;4', 'KELLER Léa;2;5;4'), view)).toMatchObject({ levels: [], faults: [{ line: 2 }] });
});

it('the tables of a class say why there is no average, and run nothing', () => {
  const pupilId = PersonId.parse('per_lea000');
  const council = writeCouncilCsv({ pupils: [{ pupilId, name: '@Léa', general: { kind: 'notMarked' }, hasSynthesis: false }] });
  expect(council).toContain('"\'@Léa";Non noté;;;;;;À écrire');
  const results = writeClassResultsCsv({
    services: [],
    pupils: [{ name: '+Léa', general: { kind: 'withheld', subjects: [] }, averages: [] }],
  });
  expect(results).toContain('"\'+Léa";Retenue : coefficients en désaccord');
});
