import type { EvaluationTerms } from '@preau/shared/assessment/schema.ts';

type Said = Partial<Pick<EvaluationTerms, 'scale' | 'coefficient' | 'rescaled' | 'counting' | 'subSubjectId' | 'mock'>>;

/** An evaluation that a teacher of that subject could set; out of twenty, coefficient 1 and compulsory unless said. */
export interface EvaluationIdea extends Said {
  readonly title: string;
  /** The ends of the names of the skills that it shows. */
  readonly skills?: readonly string[];
}

const idea = (title: string, more: Omit<EvaluationIdea, 'title'> = {}): EvaluationIdea => ({ title, ...more });

const OF_SUBJECT: readonly (readonly [RegExp, readonly EvaluationIdea[]])[] = [
  [
    /math/iu,
    [
      idea('Contrôle n° 1 : calcul littéral', { skills: ['maths-calculer', 'maths-raisonner'] }),
      idea('Interrogation : tables et priorités', { scale: '10', coefficient: '0.5' }),
      idea('Devoir maison : problème ouvert', { counting: 'optional', skills: ['maths-chercher', 'maths-communiquer'] }),
      idea('Contrôle n° 2 : géométrie', { coefficient: '2', skills: ['maths-representer'] }),
    ],
  ],
  [
    /fran[cç]ais/iu,
    [
      idea('Dictée préparée', { scale: '10', skills: ['francais-langue'] }),
      idea('Rédaction : le portrait', { coefficient: '2', skills: ['francais-ecrire'] }),
      idea('Lecture à voix haute', { scale: '5', rescaled: true, coefficient: '0.5', skills: ['francais-parler'] }),
      idea('Questionnaire de lecture', { skills: ['francais-lire'] }),
    ],
  ],
  [
    /anglais|allemand|espagnol/iu,
    [
      idea('Compréhension orale', { scale: '10', rescaled: true, subSubjectId: 'oral', skills: ['langues-ecouter'] }),
      idea('Expression écrite', { subSubjectId: 'ecrit', skills: ['langues-ecrire'] }),
      idea('Exposé : my hero', { subSubjectId: 'oral', coefficient: '2', skills: ['langues-parler'] }),
      idea('Participation', { counting: 'bonus', subSubjectId: 'oral', coefficient: '0.5' }),
    ],
  ],
  [
    /histoire/iu,
    [
      idea('Étude de document', { skills: ['histoire-analyser'] }),
      idea('Repères et carte', { scale: '10', skills: ['histoire-situer'] }),
      idea('Paragraphe argumenté', { coefficient: '2', skills: ['histoire-raisonner'] }),
    ],
  ],
  [
    /sciences de la vie|physique|technologie|[ée]cologie|agronomie|zootechnie/iu,
    [
      idea('Travaux pratiques notés', { scale: '10', skills: ['sciences-demarche'] }),
      idea('Contrôle de fin de chapitre', { coefficient: '2', skills: ['sciences-expliquer'] }),
      idea('Compte rendu de groupe', { scale: '40', rescaled: true, skills: ['sciences-concevoir'] }),
    ],
  ],
  [
    /sport|physique et sportive/iu,
    [
      idea('Demi-fond', { skills: ['sport-motricite'] }),
      idea('Arbitrage', { scale: '5', rescaled: true, skills: ['sport-roles'] }),
      idea('Cycle badminton', { coefficient: '2', skills: ['sport-motricite'] }),
    ],
  ],
];

const ANY: readonly EvaluationIdea[] = [
  idea('Évaluation de séquence'),
  idea('Travail personnel', { scale: '10', counting: 'bonus' }),
  idea('Évaluation bilan', { coefficient: '2' }),
];

/** Physical education comes first: its name holds that of physics. */
export const evaluationsFor = (subject: string): readonly EvaluationIdea[] => {
  const sport = OF_SUBJECT.at(-1);
  if (sport?.[0].test(subject) === true) return sport[1];
  return OF_SUBJECT.find(([pattern]) => pattern.test(subject))?.[1] ?? ANY;
};

/** A mock examination, for the classes that have one. */
export const MOCK_EXAM: EvaluationIdea = { title: 'Brevet blanc', scale: '100', rescaled: true, mock: true, coefficient: '2' };

export const COMMENTS = [
  'Travail sérieux, continuez.',
  'Des progrès : la méthode est là, restez attentif aux consignes.',
  'Leçon à revoir, venez me voir.',
] as const;
