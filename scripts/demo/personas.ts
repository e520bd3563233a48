import type { Persona } from '../../infra/local/guichets/persona.ts';
import { caseGuardians, casePupils, KEYS } from './cases.ts';
import { mailOfRole, ROLES } from './case-staff.ts';
import { mailOfVisitor, VISITORS } from './visitors.ts';
import { MAIN_SCHOOLS } from './schools.ts';

const [college, lycee, agricole] = MAIN_SCHOOLS;

const refId = (key: string, degree = '2D'): string => `{AAF}12|${degree}|${key}`;

interface Story {
  readonly personaId: string;
  readonly role: string;
  readonly note: string;
}

const family = (key: string, story: Story, refIds: readonly string[] = [refId(key), `{ECT}${key}`]): Persona => {
  const person = caseGuardians.find((one) => one.jointure === key);
  if (person === undefined) throw new Error(`No guardian ${key} in the demonstration`);
  const { firstName, lastName } = person;
  return {
    ...story,
    guichet: 'educonnect',
    label: `${firstName} ${lastName}`,
    firstName,
    lastName,
    refIds,
    affiliations: ['resp2d'],
    uais: [],
  };
};

const pupil = (key: string, story: Story, guichet: 'educonnect' | 'agricole' = 'educonnect'): Persona => {
  const person = casePupils('2026-11-22').find((one) => one.jointure === key);
  if (person === undefined) throw new Error(`No pupil ${key} in the demonstration`);
  const { firstName, lastName, uai } = person;
  return {
    ...story,
    guichet,
    label: `${firstName} ${lastName}`,
    firstName,
    lastName,
    refIds: [refId(key)],
    affiliations: ['eleve2d'],
    uais: guichet === 'agricole' ? [uai] : [],
  };
};

const staff = (role: keyof typeof ROLES, uais: readonly string[], story: Story, guichet: 'agents' | 'agricole' = 'agents'): Persona => {
  const { firstName, lastName } = ROLES[role];
  return {
    ...story,
    guichet,
    label: `${firstName} ${lastName}`,
    firstName,
    lastName,
    refIds: [],
    mail: mailOfRole(ROLES[role]),
    affiliations: [],
    uais,
  };
};

const visitor = (who: keyof typeof VISITORS, story: Story): Persona => {
  const { firstName, lastName } = VISITORS[who];
  const mail = mailOfVisitor(who);
  return {
    ...story,
    guichet: 'agents',
    label: `${firstName} ${lastName}`,
    firstName,
    lastName,
    refIds: [],
    mail,
    affiliations: [],
    uais: [],
  };
};

/** The people to log in as, with what to try with each; the fake guichets list them and the start prints them. */
export const personas = (): readonly Persona[] => [
  family(KEYS.camille, {
    personaId: 'parent-deux-etablissements',
    role: 'Mère de Léa (4B, collège) et de Tom (22, lycée)',
    note: 'Deux enfants, deux établissements, une seule liste : justifiez une absence.',
  }),
  family(KEYS.nadia, {
    personaId: 'parent-separe-mere',
    role: 'Mère d’Inès (6A), séparée',
    note: 'Mêmes informations que le père ; chacun ignore les coordonnées de l’autre.',
  }),
  family(KEYS.karim, {
    personaId: 'parent-separe-pere',
    role: 'Père d’Inès (6A), séparé',
    note: 'Voit la justification de la mère sans ses coordonnées.',
  }),
  family(KEYS.odile, {
    personaId: 'contact-seul',
    role: 'Grand-mère de Hugo (5C), contact à appeler',
    note: 'Sans autorité parentale : ne voit rien, ne reçoit rien.',
  }),
  family(KEYS.yann, {
    personaId: 'personne-en-charge',
    role: 'Frère de Hugo (5C), personne en charge',
    note: 'Personne en charge : aucun droit tant que l’établissement n’en ajoute pas.',
  }),
  family(
    KEYS.mariana,
    {
      personaId: 'parent-deux-academies',
      role: 'Mère de Tiago (3A) et de Beatriz (2CGEA)',
      note: 'Plusieurs fiches, dont une dans une autre académie : choisissez un profil.',
    },
    [refId(KEYS.mariana), refId(KEYS.marianaPrimary, '1D'), '{AAF}15|2D|991204', '{ECT}7788'],
  ),
  family(KEYS.eric, {
    personaId: 'parent-bloque',
    role: 'Père d’Ilona (3C), compte bloqué',
    note: 'Compte bloqué : une page dit quoi faire.',
  }),
  {
    personaId: 'parent-inconnu',
    guichet: 'educonnect',
    label: 'Paul Absent',
    firstName: 'Paul',
    lastName: 'Absent',
    role: 'Père absent de l’annuaire',
    note: 'Pas encore dans l’annuaire : une page d’aide, jamais une erreur.',
    refIds: [refId(KEYS.unknown)],
    affiliations: ['resp2d'],
    uais: [],
  },
  pupil(KEYS.lea, { personaId: 'eleve-mineure', role: 'Élève de 4B, mineure', note: 'Voit sa journée et ses absences, ne justifie pas.' }),
  pupil(KEYS.sacha, {
    personaId: 'eleve-majeur',
    role: 'Élève de TG1, 18 ans',
    note: 'Majeur et responsable de lui-même : justifie, peut s’opposer à l’information de sa mère.',
  }),
  pupil(KEYS.aminata, {
    personaId: 'eleve-sans-classe',
    role: 'Élève du collège, pas encore de classe',
    note: 'Journée vide, sans erreur.',
  }),
  pupil(
    KEYS.enzo,
    { personaId: 'eleve-agricole', role: 'Élève de 1CGEA, lycée agricole', note: 'Entre par le guichet de l’enseignement agricole.' },
    'agricole',
  ),
  staff('teacher', [college.uai], {
    personaId: 'professeure',
    role: 'Professeure de mathématiques au collège',
    note: 'Un cours avec la 4B de Léa a lieu maintenant : faites l’appel.',
  }),
  staff('twoSchools', [college.uai, lycee.uai], {
    personaId: 'professeur-deux-etablissements',
    role: 'Professeur d’EPS au collège et au lycée',
    note: 'Un cours avec la 6A d’Inès a lieu maintenant ; deux établissements.',
  }),
  staff('principal', [college.uai], {
    personaId: 'professeure-principale',
    role: 'Professeure principale de 4B',
    note: 'Fait l’appel et suit sa classe.',
  }),
  staff('office', [college.uai], {
    personaId: 'cpe',
    role: 'CPE du collège (vie scolaire)',
    note: 'Suit les appels en direct, corrige, accepte ou refuse les justifications.',
  }),
  staff('supervisor', [college.uai], {
    personaId: 'aed',
    role: 'AED du collège (vie scolaire)',
    note: 'Saisit une absence après un appel téléphonique.',
  }),
  staff('head', [college.uai], {
    personaId: 'principale',
    role: 'Principale du collège',
    note: 'Voit tout son établissement, et lui seul.',
  }),
  visitor('substitute', {
    personaId: 'remplacante',
    role: 'Remplaçante de la professeure principale de 4B',
    note: 'Fait l’appel et tient les classes de la professeure qu’elle remplace, jusqu’au terme donné par la principale.',
  }),
  visitor('aesh', {
    personaId: 'aesh',
    role: 'AESH de Léa (4B)',
    note: 'Lit l’emploi du temps et le travail de Léa, et d’elle seule.',
  }),
  visitor('inspector', {
    personaId: 'inspecteur',
    role: 'Inspecteur de la professeure de mathématiques',
    note: 'Lit le cahier de textes et les devoirs d’une professeure, pour un temps.',
  }),
  staff(
    'agriculturalHead',
    [agricole.uai],
    { personaId: 'proviseur-agricole', role: 'Proviseur du lycée agricole', note: 'Entre par le guichet de l’enseignement agricole.' },
    'agricole',
  ),
];

/** Someone who enters with a login and a password, in no feed. */
export interface LocalAccount {
  readonly personaId: string;
  readonly login: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: string;
  readonly note: string;
}

/** Local accounts of the demonstration; their password opens nothing but a laptop. */
export const localAccounts = (): readonly LocalAccount[] => [
  {
    personaId: 'operateur',
    login: 'operateur',
    password: 'preau-demonstration',
    firstName: 'Dominique',
    lastName: 'Collignon',
    role: 'Opérateur de l’académie',
    note: 'Importe une livraison d’annuaire ou des emplois du temps ; ne voit aucun élève.',
  },
];

/** Join keys of accounts that the demonstration blocks once they are imported. */
export const blockedJoinKeys = (): readonly string[] => [`NANCY-METZ-${KEYS.eric}`];
