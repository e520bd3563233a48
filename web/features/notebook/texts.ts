import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Cahier de textes',
  day: 'Jour',
  before: 'Jour précédent',
  after: 'Jour suivant',
  today: 'Revenir à aujourd’hui',
  none: 'Rien n’est écrit pour ce jour-là.',
  myChildren: 'Mes enfants',
  noChild: 'Aucun enfant n’est rattaché à votre compte. Adressez-vous au secrétariat de son établissement.',
  sections: { content: 'En classe', before: 'Avant la séance', during: 'Pendant la séance', after: 'Après la séance' },
  files: 'Documents',
  links: 'Liens',
  newTab: 'nouvel onglet',
  addendum: 'Complément du',
  cancelled: 'Ce cours a été annulé.',
  movedFrom: 'Ce cours a été déplacé ; il était prévu',
  takenOver: 'Ce cours a été confié à un autre enseignant.',
  fileMissing: 'Ce fichier n’est pas encore vérifié ou n’existe plus. Réessayez dans un instant.',
  homework: 'Voir les devoirs',
  back: 'Revenir au cahier de textes',
  open: 'Ouvrir la séance',
};

export type NotebookTexts = typeof fr;

const en: NotebookTexts = {
  title: 'Class notebook',
  day: 'Day',
  before: 'Previous day',
  after: 'Next day',
  today: 'Back to today',
  none: 'Nothing is written for that day.',
  myChildren: 'My children',
  noChild: 'No child is linked to your account. Please contact the school office.',
  sections: { content: 'In class', before: 'Before the lesson', during: 'During the lesson', after: 'After the lesson' },
  files: 'Documents',
  links: 'Links',
  newTab: 'new tab',
  addendum: 'Added on',
  cancelled: 'This lesson was cancelled.',
  movedFrom: 'This lesson was moved; it was planned for',
  takenOver: 'This lesson was given to another teacher.',
  fileMissing: 'This file has not been checked yet or no longer exists. Please try again in a moment.',
  homework: 'See homework',
  back: 'Back to the class notebook',
  open: 'Open the lesson',
};

export const notebookTexts = (language: Language): NotebookTexts => (language === 'en' ? en : fr);
