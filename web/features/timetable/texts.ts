import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Emploi du temps',
  none: 'Pas de cours ce jour-là.',
  day: 'Jour',
  before: 'Jour précédent',
  after: 'Jour suivant',
  today: 'Revenir à aujourd’hui',
  myChildren: 'Mes enfants',
  noChild: 'Aucun enfant n’est rattaché à votre compte. Adressez-vous au secrétariat de son établissement.',
  room: 'salle',
};

export type TimetableTexts = typeof fr;

const en: TimetableTexts = {
  title: 'Timetable',
  none: 'No lessons that day.',
  day: 'Day',
  before: 'Previous day',
  after: 'Next day',
  today: 'Back to today',
  myChildren: 'My children',
  noChild: 'No child is linked to your account. Please contact the school office.',
  room: 'room',
};

export const timetableTexts = (language: Language): TimetableTexts => (language === 'en' ? en : fr);
