import type { Address, DemoGuardian, DemoPupil, DemoSchool, DemoStaff } from './model.ts';
import type { Attributes, RecordText } from './aaf-xml.ts';
import { aafLabel, SUBJECTS } from './schools.ts';

const one = (value: string | undefined): readonly string[] => (value === undefined || value === '' ? [] : [value]);
const french = (date: string): string => date.split('-').toReversed().join('/');

const addressOf = ({ street, postalCode, city }: Address): Attributes => [
  ['ENTPersonAdresse', [`${street}$$$`]],
  ['ENTPersonCodePostal', [postalCode]],
  ['ENTPersonVille', [city]],
  ['ENTPersonPays', ['FRANCE']],
];

const identityOf = (person: {
  readonly jointure: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: string;
}): Attributes => [
  ['ENTPersonJointure', [person.jointure]],
  ['ENTPersonNomPatro', [person.lastName.toUpperCase()]],
  ['sn', [person.lastName.toUpperCase()]],
  ['givenName', [person.firstName]],
  ['personalTitle', [person.title]],
];

const TYPES = {
  college: ['340', 'COLLEGE'],
  lycee: ['300', 'LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE'],
  agricole: ['302', 'LYCEE ENS GENERAL TECHNO PROF AGRICOLE'],
} as const;

export const schoolRecord = (school: DemoSchool): RecordText => ({
  operational: ['categorieStructure', 'EtabEducNat'],
  id: school.jointure,
  attributes: [
    ['ENTStructureJointure', [school.jointure]],
    ['ENTStructureUAI', [school.uai]],
    ['ENTEtablissementUAI', [school.uai]],
    // Fourteen digits: a SIRET under the name of a SIREN, as the feeds have it.
    ['ENTStructureSIREN', [`000${school.jointure.padStart(6, '0')}00019`]],
    ['ENTStructureNomCourant', [`${school.name.split(' ')[0]}$${school.name}$${school.city}`]],
    ['ENTStructureTypeStruct', [TYPES[school.kind][1]]],
    ['ENTStructureCodeTypeStruct', [TYPES[school.kind][0]]],
    ['ENTEtablissementMinistereTutelle', [school.kind === 'agricole' ? 'AGRICULTURE' : 'EDUCATION NATIONALE']],
    ['ENTEtablissementCodeMinistereTutelle', [school.kind === 'agricole' ? '02' : '06']],
    ['ENTEtablissementContrat', ['PU']],
    ['street', [`1 RUE DE L'ÉCOLE`]],
    ['postalCode', [school.postalCode]],
    ['l', [school.city]],
    ['postOfficeBox', []],
    ['telephoneNumber', ['+33 3 53 01 00 00']],
    ['ENTServAcAcademie', ['NANCY-METZ']],
    ['ENTServAcCodeAcademie', ['012']],
    ['ENTStructureClasses', school.classes.map(({ name, label, mef }) => `${name}$${label}$${mef}`)],
    ['ENTStructureGroupes', school.groups.map(({ name, label }) => `${name}$${label}`)],
  ],
});

/** One pupil in twenty bears an attribute that no document knows; one in ten has accents as HTML entities. */
export const pupilRecord = (pupil: DemoPupil, school: DemoSchool): RecordText => {
  const schoolClass = school.classes.find((one) => one.name === pupil.className);
  const at = (name: string): string => `${school.jointure}$${name}`;
  const number = Number(pupil.jointure);
  return {
    operational: ['categoriePersonne', 'Eleve'],
    id: pupil.jointure,
    html: number % 10 === 0,
    attributes: [
      ...identityOf(pupil),
      ['ENTPersonDateNaissance', [french(pupil.birthDate)]],
      ['ENTPersonAutresPrenoms', []],
      ['ENTEleveINE', [`${String(number).padStart(9, '0')}ZZ`]],
      ['ENTEleveStructRattachId', [String(number - 3_000_000)]],
      ['ENTElevePersRelEleve', pupil.links],
      ['ENTEleveBoursier', [number % 4 === 0 ? 'O' : 'N']],
      ['ENTEleveTransport', [number % 3 === 0 ? 'O' : 'N']],
      ['ENTEleveRegime', [number % 3 === 0 ? 'DEMI-PENSIONNAIRE' : 'EXTERNE']],
      ['ENTEleveStatutEleve', ['SCOLAIRE']],
      ['ENTEleveMEF', one(schoolClass?.mef)],
      ['ENTEleveLibelleMEF', one(schoolClass?.mefLabel)],
      ['ENTEleveNivFormation', one(schoolClass?.mefLabel)],
      ['ENTEleveEnseignements', ['ANGLAIS LV1']],
      ['ENTEleveCodeEnseignements', ['030201']],
      ['ENTPersonStructRattach', [school.jointure]],
      ['ENTEleveClasses', pupil.className === undefined ? [] : [at(pupil.className)]],
      ['ENTEleveGroupes', pupil.groupNames.map(at)],
      ...addressOf(pupil.address),
      ...(school.kind === 'agricole' ? ([['ENTEleveStructureRattachIdMEN', [String(number - 3_000_000)]]] as const) : []),
      ...(number % 20 === 0 ? ([['ENTEleveParcoursAvenir', ['EN COURS']]] as const) : []),
    ],
  };
};

export const guardianRecord = (guardian: DemoGuardian, pupilKeys: readonly string[]): RecordText => ({
  operational: ['categoriePersonne', 'PersRelEleve'],
  id: guardian.jointure,
  html: Number(guardian.jointure) % 10 === 0,
  attributes: [
    ...identityOf(guardian),
    ['homePhone', []],
    ['telephoneNumber', []],
    ['mobile', one(guardian.mobile)],
    ['ENTPersonMobileSMS', one(guardian.smsMobile)],
    ['mail', one(guardian.mail)],
    ...addressOf(guardian.address),
    ['ENTPersonAdresseDiffusion', ['N']],
    ['ENTAuxPersRelEleveEleve', pupilKeys],
  ],
});

const FUNCTION_LABELS: Readonly<Record<string, string>> = {
  ENS: 'ENSEIGNEMENT',
  DIR: 'DIRECTION',
  CPE: 'CONSEILLER PRINCIPAL D EDUCATION',
  EDU: 'EDUCATION',
  AED: "ASSISTANT D'EDUCATION",
  DOC: 'DOCUMENTATION',
  ADF: 'PERSONNELS ADMINISTRATIFS',
};

export const staffRecord = (staff: DemoStaff, schools: ReadonlyMap<string, DemoSchool>): RecordText => {
  const at = (uai: string): string => schools.get(uai)?.jointure ?? '';
  const teaches = staff.posts.some((post) => ['ENS', 'DOC'].includes(post.functionCode));
  return {
    operational: ['categoriePersonne', 'PersEducNat'],
    id: staff.jointure,
    attributes: [
      ...identityOf(staff),
      ['mail', [staff.mail]],
      ['ENTPersonStructRattach', one(at(staff.posts[0]?.uai ?? ''))],
      [
        'ENTPersonFonctions',
        [...staff.posts.map((post) => `${at(post.uai)}$${post.functionCode}$${FUNCTION_LABELS[post.functionCode] ?? '-'}$-$-`), '-'],
      ],
      ['PersEducNatPresenceDevantEleves', [teaches ? 'O' : 'N']],
      ['ENTPersonCategorieEnseignant', [teaches ? 'O' : 'N']],
      [
        'ENTAuxEnsClassesMatieres',
        staff.services.flatMap(({ uai, className, subject }) => (className === undefined ? [] : [`${at(uai)}$${className}$${subject}`])),
      ],
      [
        'ENTAuxEnsGroupesMatieres',
        staff.services.flatMap(({ uai, groupName, subject }) => (groupName === undefined ? [] : [`${at(uai)}$${groupName}$${subject}`])),
      ],
      ['ENTAuxEnsClassesPrincipal', staff.posts.flatMap((post) => post.principalOf.map((name) => `${at(post.uai)}$${name}`))],
      ['ENTPersonSTSId', [`${Number(staff.jointure) - 60_000_000}`]],
    ],
  };
};

export const subjectRecords = (): readonly RecordText[] =>
  Object.entries(SUBJECTS).map(([code, label]) => ({
    operational: ['categorieMatiere', 'MatEducNat'],
    id: code,
    attributes: [
      ['ENTMatJointure', [code]],
      ['ENTLibelleMatiere', [aafLabel(label)]],
      ['ENTMatiereRattach', []],
    ],
  }));

export const mefRecords = (schools: readonly DemoSchool[]): readonly RecordText[] =>
  [...new Map(schools.flatMap((school) => school.classes.map(({ mef, mefLabel }) => [mef, mefLabel] as const)))].map(([mef, label]) => ({
    operational: ['categorieMef', 'MefEducNat'],
    id: mef,
    attributes: [
      ['ENTMefJointure', [mef]],
      ['ENTLibelleMef', [label]],
      ['ENTMEFRattach', [mef]],
      ['ENTMEFSTAT11', [mef]],
    ],
  }));
