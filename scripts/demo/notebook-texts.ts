/** What a teacher could have written of one lesson, in the light Markdown of the notebook. */
interface LessonIdea {
  readonly title: string;
  readonly content: string;
  readonly after?: string;
}

const idea = (title: string, content: string, after?: string): LessonIdea => ({
  title,
  content,
  ...(after === undefined ? {} : { after }),
});

const OF_SUBJECT: readonly (readonly [RegExp, readonly LessonIdea[]])[] = [
  [
    /sport|e\.?p\.?s|musi|art/iu,
    [
      idea(
        'Échauffement et atelier en binômes',
        'Échauffement, puis trois ateliers en binômes.\n\n- Règles rappelées\n- Rôle de l’observateur',
      ),
      idea('Travail par groupes', 'Suite du projet par groupes de quatre. Chaque groupe a présenté son avancée.'),
    ],
  ],
  [
    /math/iu,
    [
      idea(
        'Théorème de Pythagore',
        'Propriété écrite dans le cahier de leçons : dans un triangle rectangle, $a^2 + b^2 = c^2$.\n\nExercices 3, 5 et 8 page 142, corrigés au tableau.',
        'Relire la propriété et l’exemple.',
      ),
      idea(
        'Fractions : additions et soustractions',
        'Réduire au même dénominateur : $\\frac{2}{3} + \\frac{1}{4} = \\frac{11}{12}$.\n\n- Activité 2 page 34\n- Exercices 11 et 12',
      ),
      idea('Proportionnalité', 'Tableaux de proportionnalité, quatrième proportionnelle. Recherche en groupes sur des prix au kilogramme.'),
    ],
  ],
  [
    /fran[cç]ais|lettres/iu,
    [
      idea(
        'La Parure, lecture analytique',
        'Lecture des lignes 1 à 45. Le portrait de Mathilde : **champ lexical du manque**.\n\nTrace écrite dans le classeur.',
        'Relever trois adjectifs du portrait.',
      ),
      idea('Les propositions subordonnées relatives', 'Leçon de grammaire, puis exercices 2 et 4 du livret, corrigés.'),
      idea('Atelier d’écriture', 'Rédiger une description en dix lignes. Relecture croisée par deux.'),
    ],
  ],
  [
    /hist|g[ée]o|moral/iu,
    [
      idea(
        'Les Lumières en Europe',
        'Étude de documents : l’Encyclopédie, Voltaire et l’affaire Calas.\n\nFrise complétée : 1751, 1762, 1789.',
      ),
      idea('Habiter une métropole', 'Croquis de la métropole : légende en trois parties. À finir sur la fiche.'),
    ],
  ],
  [
    /anglais|allemand|espagnol|italien|luxembourgeois|latin|lv/iu,
    [
      idea(
        'Compréhension orale',
        'Écoute d’un dialogue, deux fois. Relevé des mots connus, puis reformulation par deux.',
        'Revoir le vocabulaire de la fiche 5.',
      ),
      idea('Le prétérit', 'Verbes réguliers et irréguliers : tableau à coller. Jeu de rôle.'),
    ],
  ],
  [
    /physi|chimi|svt|vie|techno|scien|bio|agro|info/iu,
    [
      idea(
        'Séance de travaux pratiques',
        'Expérience menée par binômes : hypothèse, protocole, mesures.\n\nLe tableau de mesures est dans le cahier.',
        'Finir le compte rendu.',
      ),
      idea('Bilan de la séquence', 'Schéma bilan complété ensemble. Questions de révision, à l’oral.'),
    ],
  ],
];

const ANY: readonly LessonIdea[] = [idea('Suite de la séquence', 'Correction du travail donné, puis suite de la séquence.')];

/** What may have been done in a lesson, by the name of its subject. */
export const lessonsFor = (subject: string): readonly LessonIdea[] => OF_SUBJECT.find(([name]) => name.test(subject))?.[1] ?? ANY;
