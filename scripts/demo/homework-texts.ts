import type { HomeworkKind } from '@preau/shared/homework/schema.ts';

/** A piece of work that a teacher of that subject could give. */
export interface WorkIdea {
  readonly kind: HomeworkKind;
  readonly minutes: number;
  readonly text: string;
}

const idea = (kind: HomeworkKind, minutes: number, text: string): WorkIdea => ({ kind, minutes, text });

const OF_SUBJECT: readonly (readonly [RegExp, readonly WorkIdea[]])[] = [
  [
    /sport|e\.?p\.?s|musi|art/iu,
    [idea('do', 10, 'Apporter sa tenue ou son matériel.'), idea('read', 10, 'Lire la fiche d’évaluation de la séquence.')],
  ],
  [
    /math/iu,
    [
      idea('do', 20, 'Exercices 12, 14 et 17 page 87.'),
      idea('learn', 15, 'Apprendre les propriétés du parallélogramme (cahier de leçons).'),
      idea('handIn', 40, 'Devoir maison n° 3 : exercices 41 et 52, sur copie double.'),
      idea('do', 15, 'Finir l’activité commencée en classe, questions 3 à 5.'),
    ],
  ],
  [
    /fran[cç]ais|lettres/iu,
    [
      idea('read', 25, 'Lire le chapitre 4 et noter trois mots inconnus avec leur définition.'),
      idea('learn', 15, 'Apprendre la leçon sur les propositions subordonnées relatives.'),
      idea('handIn', 40, 'Rédiger la suite du récit, une page environ, au passé simple.'),
      idea('do', 20, 'Questions 1 à 4 sur le texte de Maupassant.'),
    ],
  ],
  [
    /hist|g[ée]o|moral/iu,
    [
      idea('learn', 20, 'Apprendre la leçon sur l’Europe des Lumières et la frise.'),
      idea('do', 20, 'Compléter le croquis : les espaces productifs en France.'),
      idea('read', 15, 'Lire les documents 2 et 3 page 112, relever les dates.'),
    ],
  ],
  [
    /anglais|allemand|espagnol|italien|luxembourgeois|latin|lv/iu,
    [
      idea('learn', 15, 'Apprendre le vocabulaire de la fiche 5.'),
      idea('do', 15, 'Exercices 2 et 3 du livret, à l’écrit.'),
      idea('handIn', 30, 'Préparer une présentation de soi de dix phrases.'),
    ],
  ],
  [
    /physi|chimi|svt|vie|techno|scien|bio|agro|info/iu,
    [
      idea('learn', 15, 'Revoir le schéma légendé du cours pour l’interrogation.'),
      idea('do', 20, 'Terminer le compte rendu de l’expérience.'),
      idea('read', 15, 'Lire la fiche méthode « tracer un graphique ».'),
    ],
  ],
];

const ANY: readonly WorkIdea[] = [
  idea('do', 10, 'Apporter le matériel demandé en classe.'),
  idea('learn', 10, 'Revoir ce qui a été vu pendant le dernier cours.'),
];

/** What may be given in a subject, by its name. */
export const ideasFor = (subject: string): readonly WorkIdea[] => OF_SUBJECT.find(([name]) => name.test(subject))?.[1] ?? ANY;
