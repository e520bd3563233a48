import { ClassId, PersonId, SchoolId } from '../kernel/ids.ts';
import type { NationalTeacher } from '../directory/schema.ts';
import { subjectKey, type LsuInput } from './lsu-input.ts';
import type { Card, CardSubject } from './schema.ts';

export const personId = (name: string): PersonId => PersonId.parse(`per_${name.padEnd(6, '0')}`);

export const aCardSubject = (over: Partial<CardSubject> = {}): CardSubject => ({
  label: 'Mathématiques',
  teachers: [{ personId: personId('teacher'), name: 'Mme Schmitt' }],
  average: '12,5',
  classAverage: '11,8',
  lowest: '4',
  highest: '18',
  coefficient: '1',
  position: 3,
  remark: 'Un trimestre solide.',
  elements: ['Calcul littéral'],
  ...over,
});

export const aCard = (over: Partial<Card> = {}): Card => ({
  model: 'bilanPeriodique',
  school: { schoolId: SchoolId.parse('sch_tilleuls'), uai: '0540001A', name: 'Collège des Tilleuls', city: 'Nancy' },
  year: 2026,
  period: { key: '2026-T1', label: '1er trimestre', index: 1, count: 3, from: '2026-09-01', until: '2026-11-30' },
  pupil: { pupilId: personId('ines'), firstName: 'Inès', lastName: 'Moreau' },
  class: { classId: ClassId.parse('cls_sixieme'), name: '6A' },
  headTeachers: [{ personId: personId('teacher'), name: 'Mme Schmitt' }],
  head: 'Mme Isabelle Marchal',
  councilOn: '2026-12-01',
  subjects: [aCardSubject(), aCardSubject({ label: 'Français', teachers: [{ personId: personId('humbert'), name: 'Mme Humbert' }] })],
  generalAverage: '12,5',
  classGeneralAverage: '11,8',
  rounding: 'Moyennes arrondies au dixième le plus proche',
  schoolLife: { justified: 3, unjustified: 1, lates: 2 },
  synthesis: 'Ensemble encourageant.',
  orientation: [],
  projects: [],
  paths: [],
  ...over,
});

const aTeacher = (name: string, stsId: string): readonly [PersonId, NationalTeacher] => [
  personId(name),
  { personId: personId(name), firstName: 'Anne', lastName: name, civility: 'MME', stsId },
];

export const anLsuInput = (over: Partial<LsuInput> = {}): LsuInput => ({
  uai: '0540001A',
  head: 'Mme Isabelle Marchal',
  cards: [aCard()],
  cycles: [],
  baseIds: new Map([
    [personId('ines'), '705294'],
    [personId('adam'), '705295'],
  ]),
  teachers: new Map([aTeacher('teacher', '40123'), aTeacher('humbert', '40124')]),
  disciplines: new Map([
    [subjectKey('Mathématiques'), { code: '061300', election: 'S' }],
    [subjectKey('Français'), { code: '020700', election: 'S' }],
  ]),
  ...over,
});
