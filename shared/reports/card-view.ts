import { datesOfPeriod, longDate } from './words.ts';
import type { Card, CardModel, CardSubject, SocleCode } from './schema.ts';
import { shownCode, type SealedCard } from './sealed.ts';

interface CardTable {
  readonly columns: readonly string[];
  /** As many cells as columns; the first one names the row. */
  readonly rows: readonly (readonly string[])[];
}

interface CardSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table?: CardTable;
}

/** A card as it is read, on a page or on paper: words and tables, nothing left to compute. */
export interface CardView {
  readonly lang: 'fr';
  readonly title: string;
  readonly authority: string;
  readonly identity: readonly (readonly [label: string, value: string])[];
  readonly sections: readonly CardSection[];
  readonly verification: string;
}

const TITLES: Readonly<Record<CardModel, string>> = {
  bilanPeriodique: 'Bilan périodique',
  bulletin: 'Bulletin',
  bulletinPro: 'Bulletin de la voie professionnelle',
  bulletinAgricole: 'Bulletin de l’enseignement agricole',
};

const AUTHORITIES: Readonly<Record<CardModel, string>> = {
  bilanPeriodique: 'République française · Éducation nationale · Livret scolaire, cycles 3 et 4',
  bulletin: 'République française · Éducation nationale · Lycée général et technologique',
  bulletinPro: 'République française · Éducation nationale · Lycée professionnel',
  bulletinAgricole: 'République française · Ministère chargé de l’agriculture',
};

export const cardTitle = ({ model, period }: Pick<Card, 'model' | 'period'>): string => `${TITLES[model]} · ${period.label}`;

export const SOCLE_NAMES: Readonly<Record<SocleCode, string>> = {
  CPD_FRA: 'Langue française à l’oral et à l’écrit',
  CPD_ETR: 'Langues étrangères et régionales',
  CPD_SCI: 'Langages mathématiques, scientifiques et informatiques',
  CPD_ART: 'Langages des arts et du corps',
  MET_APP: 'Méthodes et outils pour apprendre',
  FRM_CIT: 'Formation de la personne et du citoyen',
  SYS_NAT: 'Systèmes naturels et systèmes techniques',
  REP_MND: 'Représentations du monde et activité humaine',
};
const SOCLE_LEVELS = ['Dispensé', 'Maîtrise insuffisante', 'Maîtrise fragile', 'Maîtrise satisfaisante', 'Très bonne maîtrise'];
const POSITIONS = ['', '1 · Objectifs non atteints', '2 · Partiellement atteints', '3 · Atteints', '4 · Dépassés'];
const PATHS = { PAR_AVN: 'Parcours avenir', PAR_CIT: 'Parcours citoyen', PAR_ART: 'Parcours artistique', PAR_SAN: 'Parcours santé' };

/** No mark is never a zero. */
const NONE = 'Non noté';

const named = ({ label, teachers }: CardSubject): string => [label, ...teachers.map(({ name }) => name)].join(' · ');

const collegeTable = (subjects: readonly CardSubject[]): CardTable => ({
  columns: ['Matière', 'Éléments travaillés', 'Acquisitions, progrès et difficultés', 'Positionnement', 'Moyenne', 'Classe'],
  rows: subjects.map((subject) => [
    named(subject),
    subject.elements.join(' ; '),
    subject.remark ?? '',
    POSITIONS[subject.position ?? 0] ?? '',
    subject.average ?? NONE,
    subject.classAverage ?? '',
  ]),
});

/** A column that says nothing of anybody is left out, but for the pupil's own average. */
const withoutBlankColumns = ({ columns, rows }: CardTable): CardTable => {
  const kept = columns.map((name, index) => name === 'Moyenne' || index === 0 || rows.some((row) => (row[index] ?? '') !== ''));
  const keptIn = (cells: readonly string[]): readonly string[] => cells.filter((_, index) => kept[index]);
  return { columns: keptIn(columns), rows: rows.map(keptIn) };
};

const lyceeTable = (subjects: readonly CardSubject[]): CardTable => ({
  columns: ['Matière', 'Coef.', 'Moyenne', 'Classe', 'Min.', 'Max.', 'Appréciation'],
  rows: subjects.map((subject) => [
    named(subject),
    subject.coefficient ?? '',
    subject.average ?? NONE,
    subject.classAverage ?? '',
    subject.lowest ?? '',
    subject.highest ?? '',
    subject.remark ?? '',
  ]),
});

const plural = (count: number, one: string, many: string): string => `${count} ${count < 2 ? one : many}`;

const schoolLifeOf = ({ schoolLife }: Card): CardSection => ({
  title: 'Vie scolaire',
  paragraphs: [
    `Absences : ${plural(schoolLife.justified, 'demi-journée justifiée', 'demi-journées justifiées')}, ${plural(schoolLife.unjustified, 'non justifiée', 'non justifiées')}. Retards : ${schoolLife.lates}.`,
    ...(schoolLife.comment === undefined ? [] : [schoolLife.comment]),
  ],
});

const saidIn = (texts: readonly (string | undefined)[]): string => {
  const said = texts.filter((text) => text !== undefined);
  return said.length === 0 ? '' : ` : ${said.join('\n')}`;
};

const projectsOf = ({ projects, paths }: Card): readonly CardSection[] =>
  projects.length + paths.length === 0
    ? []
    : [
        {
          title: 'Projets et parcours',
          paragraphs: [
            ...projects.map(
              ({ title, theme, subjects, description, comment }) =>
                `${theme === undefined ? 'Accompagnement personnalisé' : 'EPI'} « ${title} » (${subjects.join(', ')})${saidIn([description, comment])}`,
            ),
            ...paths.map(({ code, common, text }) => `${PATHS[code]}${saidIn([common, text])}`),
          ],
        },
      ];

const socleOf = ({ socle }: Card): readonly CardSection[] => {
  const rows = Object.entries(SOCLE_NAMES).flatMap(([code, name]) => {
    const level = Object.entries(socle ?? {}).find(([one]) => one === code)?.[1];
    return level === undefined ? [] : [[name, SOCLE_LEVELS[level] ?? '']];
  });
  return rows.length === 0 ? [] : [{ title: 'Socle commun', paragraphs: [], table: { columns: ['Composante', 'Maîtrise'], rows } }];
};

const councilOf = (card: Card): CardSection => ({
  title: 'Conseil de classe',
  paragraphs: [
    ...(card.synthesis === undefined ? [] : [card.synthesis]),
    ...(card.mention === undefined ? [] : [card.mention]),
    ...card.orientation,
    ...(card.councilOn === undefined ? [] : [`Conseil de classe du ${longDate(card.councilOn)}.`]),
  ],
});

const averagesOf = ({ generalAverage, classGeneralAverage, rounding }: Card): readonly string[] => [
  ...(generalAverage === undefined
    ? []
    : [`Moyenne générale : ${generalAverage}${classGeneralAverage === undefined ? '' : ` (classe : ${classGeneralAverage})`}.`]),
  ...(rounding === '' ? [] : [rounding]),
];

/** A sealed card in words: the page and the paper say the same. */
export const cardViewOf = ({ card, version, code, sealedAt }: SealedCard): CardView => {
  const subjects = card.model === 'bilanPeriodique' ? collegeTable(card.subjects) : lyceeTable(card.subjects);
  return {
    lang: 'fr',
    title: cardTitle(card),
    authority: AUTHORITIES[card.model],
    identity: [
      ['Élève', `${card.pupil.firstName} ${card.pupil.lastName}`],
      ['Classe', card.class.name],
      ['Établissement', `${card.school.name}, ${card.school.city} (${card.school.uai})`],
      ['Année scolaire', `${card.year}-${card.year + 1}, ${datesOfPeriod(card.period)}`],
      ['Professeur principal', card.headTeachers.map(({ name }) => name).join(', ') || 'Non désigné'],
      ['Direction', card.head],
    ],
    sections: [
      { title: 'Suivi des acquis', paragraphs: averagesOf(card), table: withoutBlankColumns(subjects) },
      ...projectsOf(card),
      ...socleOf(card),
      schoolLifeOf(card),
      councilOf(card),
    ],
    verification: `Document scellé le ${longDate(sealedAt.slice(0, 10))}, version ${version}. Code de vérification : ${shownCode(code)}.`,
  };
};
