import type { Address, DemoGuardian, DemoPupil } from './model.ts';
import { MAIN_SCHOOLS } from './schools.ts';

const [college, lycee, agricole] = MAIN_SCHOOLS;

/** Keys of the people whom everybody meets in the demonstration: the same at each start, whatever the seed. */
export const KEYS = {
  lea: '3000001',
  tom: '3000002',
  ines: '3000003',
  hugo: '3000004',
  tiago: '3000005',
  beatriz: '3000006',
  sacha: '3000007',
  aminata: '3000008',
  enzo: '3000009',
  noe: '3000010',
  minh: '3000011',
  ilona: '3000012',
  camille: '19000001',
  julien: '19000002',
  nadia: '19000003',
  karim: '19000004',
  claire: '19000005',
  odile: '19000006',
  yann: '19000007',
  mariana: '19000008',
  marianaPrimary: '19000009',
  ewa: '19000010',
  oumou: '19000011',
  cecile: '19000012',
  unknown: '19009999',
  eric: '19000014',
  lan: '19000015',
  elena: '19000016',
} as const;

const metz = (street: string): Address => ({ street, postalCode: '57000', city: 'METZ' });

const guardian = (
  jointure: string,
  title: 'M.' | 'Mme',
  firstName: string,
  lastName: string,
  address: Address,
  line: number,
): DemoGuardian => ({
  jointure,
  title,
  firstName,
  lastName,
  address,
  mail: `${firstName}.${lastName}@famille.example`
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(' ', '-'),
  mobile: `+33 6 39 98 99 ${String(line).padStart(2, '0')}`,
});

const keller = metz('12 rue des Tilleuls');
const grosjean: Address = { street: '3 chemin de la Seille', postalCode: '57170', city: 'CHÂTEAU-SALINS' };

/** Families whose case is worth meeting; every right here is written as the feed writes it. */
export const caseGuardians: readonly DemoGuardian[] = [
  guardian(KEYS.camille, 'Mme', 'Camille', 'Keller', keller, 1),
  guardian(KEYS.julien, 'M.', 'Julien', 'Keller', keller, 2),
  guardian(KEYS.nadia, 'Mme', 'Nadia', 'Benali', metz('4 rue Haute'), 3),
  guardian(KEYS.karim, 'M.', 'Karim', 'Haddad', { street: '27 quai des Régates', postalCode: '54700', city: 'PONT-À-MOUSSON' }, 4),
  guardian(KEYS.claire, 'Mme', 'Claire', 'Perrin', metz('8 rue du Moulin'), 5),
  guardian(KEYS.odile, 'Mme', 'Odile', 'Perrin', metz('51 rue de Verdun'), 6),
  guardian(KEYS.yann, 'M.', 'Yann', 'Perrin', metz('8 rue du Moulin'), 7),
  guardian(KEYS.mariana, 'Mme', 'Mariana', 'Da Silva', metz('2 impasse des Lilas'), 8),
  guardian(KEYS.marianaPrimary, 'Mme', 'Mariana', 'Da Silva', metz('2 impasse des Lilas'), 8),
  guardian(KEYS.ewa, 'Mme', 'Ewa', 'Nowak', metz("6 place de l'Église"), 9),
  guardian(KEYS.oumou, 'Mme', 'Oumou', 'Diallo', metz('90 boulevard de Trèves'), 10),
  guardian(KEYS.cecile, 'Mme', 'Cécile', 'Grosjean', grosjean, 11),
  guardian(KEYS.eric, 'M.', 'Éric', 'Vautrin', metz('15 rue Paul Verlaine'), 12),
  guardian(KEYS.lan, 'Mme', 'Thi Lan', 'Tran', metz('33 rue Jean Jaurès'), 13),
  guardian(KEYS.elena, 'Mme', 'Elena', "D'Angelo", metz('1 allée des Mésanges'), 14),
];

interface Case {
  readonly key: string;
  readonly title: 'M.' | 'Mme';
  readonly firstName: string;
  readonly lastName: string;
  readonly uai: string;
  readonly className?: string;
  readonly groups?: readonly string[];
  readonly age: number;
  readonly links: readonly string[];
  readonly address: Address;
}

const cases: readonly Case[] = [
  {
    key: KEYS.lea,
    title: 'Mme',
    firstName: 'Léa',
    lastName: 'Keller',
    uai: college.uai,
    className: '4B',
    groups: ['4ALL1'],
    age: 13,
    address: keller,
    links: [`${KEYS.camille}$10$1$1$1$1`, `${KEYS.julien}$20$0$1$1$0`],
  },
  {
    key: KEYS.tom,
    title: 'M.',
    firstName: 'Tom',
    lastName: 'Keller',
    uai: lycee.uai,
    className: '22',
    age: 15,
    address: keller,
    links: [`${KEYS.camille}$10$1$1$1$1`, `${KEYS.julien}$20$0$1$1$0`],
  },
  {
    key: KEYS.ines,
    title: 'Mme',
    firstName: 'Inès',
    lastName: 'Haddad',
    uai: college.uai,
    className: '6A',
    age: 11,
    address: metz('4 rue Haute'),
    links: [`${KEYS.nadia}$10$1$1$1$1`, `${KEYS.karim}$20$0$1$1$0`],
  },
  // The default line that some softwares add beside the true one.
  {
    key: KEYS.hugo,
    title: 'M.',
    firstName: 'Hugo',
    lastName: 'Perrin',
    uai: college.uai,
    className: '5C',
    age: 12,
    address: metz('8 rue du Moulin'),
    links: [`${KEYS.claire}$1$1$1$1$0`, `${KEYS.claire}$10$1$1$1$1`, `${KEYS.odile}$38$0$0$1$0`, `${KEYS.yann}$37$0$2$1$0`],
  },
  {
    key: KEYS.tiago,
    title: 'M.',
    firstName: 'Tiago',
    lastName: 'Da Silva',
    uai: college.uai,
    className: '3A',
    groups: ['3ESP1'],
    age: 14,
    address: metz('2 impasse des Lilas'),
    links: [`${KEYS.mariana}$10$1$1$1$1`],
  },
  {
    key: KEYS.beatriz,
    title: 'Mme',
    firstName: 'Beatriz',
    lastName: 'Da Silva',
    uai: agricole.uai,
    className: '2CGEA',
    age: 15,
    address: metz('2 impasse des Lilas'),
    links: [`${KEYS.marianaPrimary}$10$1$1$1$1`],
  },
  // Adult and his own guardian; his mother keeps being informed until he objects.
  {
    key: KEYS.sacha,
    title: 'M.',
    firstName: 'Sacha',
    lastName: 'Nowak',
    uai: lycee.uai,
    className: 'TG1',
    groups: ['TMATHS'],
    age: 18,
    address: metz("6 place de l'Église"),
    links: [`${KEYS.sacha}$70$1$1$0$0`, `${KEYS.ewa}$10$1$1$1$1`],
  },
  {
    key: KEYS.aminata,
    title: 'Mme',
    firstName: 'Aminata',
    lastName: 'Diallo',
    uai: college.uai,
    age: 12,
    address: metz('90 boulevard de Trèves'),
    links: [`${KEYS.oumou}$10$1$1$1$1`],
  },
  // Codes of before 2018.
  {
    key: KEYS.enzo,
    title: 'M.',
    firstName: 'Enzo',
    lastName: 'Grosjean',
    uai: agricole.uai,
    className: '1CGEA',
    age: 16,
    address: grosjean,
    links: [`${KEYS.cecile}$2$1$1$0$0`],
  },
  {
    key: KEYS.noe,
    title: 'M.',
    firstName: 'Noé',
    lastName: 'Jacquot',
    uai: college.uai,
    className: '6B',
    age: 11,
    address: metz('1 rue de la Fontaine'),
    links: [],
  },
  // A father whom the feed names and does not describe, and a link that lost its last field.
  {
    key: KEYS.minh,
    title: 'M.',
    firstName: 'Minh',
    lastName: 'Tran',
    uai: college.uai,
    className: '5A',
    age: 12,
    address: metz('33 rue Jean Jaurès'),
    links: [`${KEYS.lan}$10$1$1$1$1`, `${KEYS.unknown}$20$0$1$1$0`, `${KEYS.eric}$39$0$0$1`],
  },
  {
    key: KEYS.ilona,
    title: 'Mme',
    firstName: 'Ilona',
    lastName: 'Vautrin',
    uai: college.uai,
    className: '3C',
    age: 14,
    address: metz('15 rue Paul Verlaine'),
    links: [`${KEYS.eric}$20$1$1$1$1`, `${KEYS.elena}$10$0$1$1$0`],
  },
];

/** The pupils of these families; ages are those of the day of the demonstration. */
export const casePupils = (today: string): readonly DemoPupil[] => {
  const [year = '2026', month = '01', day = '01'] = today.split('-');
  // Born a month and a half ago, so many years back: the age is right today.
  const birthday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) - 45));
  return cases.map(({ key, groups = [], age, ...pupil }) => ({
    ...pupil,
    jointure: key,
    groupNames: groups,
    birthDate: `${birthday.getUTCFullYear() - age}-${birthday.toISOString().slice(5, 10).replace('02-29', '02-28')}`,
  }));
};
