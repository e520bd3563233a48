import type { DemoClass, DemoGroup, DemoSchool } from './model.ts';

/** Subjects by their code, as timetables write them; what a class of each kind of school has a week is in `HOURS`. */
export const SUBJECTS: Readonly<Record<string, string>> = {
  '020700': 'Français',
  '061300': 'Mathématiques',
  '043700': 'Histoire-géographie',
  '030201': 'Anglais LV1',
  '062900': 'Sciences de la vie et de la Terre',
  '062300': 'Physique-chimie',
  '070800': 'Technologie',
  '090100': 'Arts plastiques',
  '091400': 'Éducation musicale',
  '100100': 'Éducation physique et sportive',
  '030102': 'Allemand LV2',
  '030602': 'Espagnol LV2',
  '043200': 'Sciences économiques et sociales',
  '013000': 'Philosophie',
  '254100': 'Agronomie',
  '254700': 'Zootechnie',
  '254900': 'Écologie et paysage',
};

/** The directory's dump writes capitals without accents. */
export const aafLabel = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toUpperCase();

/** Hours a week of a whole class. */
export const HOURS: Readonly<Record<DemoSchool['kind'], readonly (readonly [string, number])[]>> = {
  college: [
    ['020700', 4],
    ['061300', 4],
    ['043700', 3],
    ['030201', 3],
    ['062900', 2],
    ['062300', 2],
    ['070800', 1],
    ['090100', 1],
    ['091400', 1],
    ['100100', 3],
  ],
  lycee: [
    ['020700', 4],
    ['061300', 4],
    ['043700', 3],
    ['030201', 3],
    ['062900', 2],
    ['062300', 3],
    ['043200', 2],
    ['100100', 2],
  ],
  agricole: [
    ['020700', 3],
    ['061300', 3],
    ['030201', 2],
    ['254100', 5],
    ['254700', 4],
    ['254900', 4],
    ['100100', 2],
    ['013000', 1],
  ],
};

/** Hours a week of the groups of one level, all at the same time. */
export const BAND_HOURS = 3;

const numbered = (prefix: string, names: readonly string[]): readonly string[] => names.map((name) => `${prefix}${name}`);

const collegeClass = (level: string, letter: string): DemoClass => ({
  name: `${level}${letter}`,
  label: `${level}EME ${letter}`,
  level,
  mef: `100100${16 - Number(level)}110`,
  mefLabel: `${level}EME`,
});

const lyceeClass = (level: string, name: string): DemoClass => ({
  name,
  label: { 2: `SECONDE ${name.slice(-1)}`, 1: `PREMIERE ${name.slice(-1)}`, T: `TERMINALE ${name.slice(-1)}` }[level] ?? name,
  level,
  // A MEF may hold letters.
  mef: { 2: '20010015110', 1: '2011A015110', T: '20212015110' }[level] ?? '20010015110',
  mefLabel: { 2: '2NDE GENERALE ET TECHNO', 1: '1ERE GENERALE', T: 'TERMINALE GENERALE' }[level] ?? '',
});

const agriculturalClass = (level: string, name: string): DemoClass => ({
  name,
  label: `${name} PRODUCTIONS`,
  level,
  mef: '27621001431',
  mefLabel: 'BAC PRO CGEA',
});

/** Language groups of a collège's level and speciality groups of a lycée's: across its classes, all at once. */
const band = (level: string, subjects: readonly (readonly [string, string])[]): readonly DemoGroup[] =>
  subjects.map(([suffix, subject]) => ({
    name: `${level}${suffix}`,
    label: `${aafLabel(SUBJECTS[subject] ?? subject)} ${level}`,
    subject,
    level,
  }));

const LANGUAGES = [
  ['ALL1', '030102'],
  ['ESP1', '030602'],
  ['ESP2', '030602'],
  ['ALL2', '030102'],
] as const;
const SPECIALITIES = [
  ['MATHS', '061300'],
  ['PHYCH', '062300'],
  ['SES', '043200'],
  ['SVT', '062900'],
] as const;

const college = (uai: string, jointure: string, name: string, city: string, postalCode: string): DemoSchool => ({
  uai,
  jointure,
  name,
  kind: 'college',
  city,
  postalCode,
  classes: ['6', '5', '4', '3'].flatMap((level) => ['A', 'B', 'C', 'D'].map((letter) => collegeClass(level, letter))),
  groups: ['4', '3'].flatMap((level) => band(level, LANGUAGES)),
});

/** The three schools that every demonstration has. */
export const MAIN_SCHOOLS: readonly [DemoSchool, DemoSchool, DemoSchool] = [
  college('0579001A', '9001', 'CLG LES DEUX RIVES', 'METZ', '57000'),
  {
    uai: '0579002B',
    jointure: '9002',
    name: 'LGT MARIE MARVINGT',
    kind: 'lycee',
    city: 'METZ',
    postalCode: '57000',
    classes: ['2', '1', 'T'].flatMap((level) =>
      numbered(level === 'T' ? 'TG' : level, ['1', '2', '3', '4', '5']).map((name) => lyceeClass(level, name)),
    ),
    groups: ['1', 'T'].flatMap((level) => band(level, SPECIALITIES)),
  },
  {
    uai: '0579003C',
    jointure: '9003',
    name: 'LPA DU SAULNOIS',
    kind: 'agricole',
    city: 'CHÂTEAU-SALINS',
    postalCode: '57170',
    classes: ['2', '1', 'T'].flatMap((level) => ['CGEA', 'ELEV'].map((name) => agriculturalClass(level, `${level}${name}`))),
    groups: [],
  },
];

/** Pupils that each main school has when the academy has a thousand. */
export const MAIN_PUPILS = [400, 420, 180] as const;

/** One more collège, for measurements on a large academy. */
export const furtherSchool = (index: number): DemoSchool =>
  college(`057${String(9100 + index).padStart(4, '0')}Z`.slice(-8), String(10_000 + index), `CLG NUMERO ${index}`, 'NANCY', '54000');
