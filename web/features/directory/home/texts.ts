import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  hello: 'Bonjour',
  toDeal: 'À traiter',
  nothing: 'Rien à traiter. Bonne journée !',
  absence: 'Absence à justifier',
  refused: 'Réponse non acceptée',
  justify: 'Justifier',
  answerAgain: 'Répondre de nouveau',
  today: 'Aujourd’hui',
  todayOf: 'Cours d’aujourd’hui',
  noLesson: 'Pas de cours aujourd’hui.',
  notInformed: 'Vous n’avez pas accès aux cours de cet enfant. Pour toute question, adressez-vous à l’établissement.',
  timetable: 'Emploi du temps',
  homework: 'Devoirs',
  cards: 'Bulletins',
  nextHomework: (done: number, total: number) => `${total} ${total > 1 ? 'travaux' : 'travail'}, ${done} ${done > 1 ? 'faits' : 'fait'}`,
  seeHomework: 'Voir mes devoirs',
  results: 'Résultats',
  absences: 'Absences',
  myChildren: 'Mes enfants',
  room: 'salle',
  noChild: 'Aucun enfant n’est rattaché à votre compte. Adressez-vous au secrétariat de son établissement.',
  myDay: 'Mes cours d’aujourd’hui',
};

export type HomeTexts = typeof fr;

const en: HomeTexts = {
  hello: 'Hello',
  toDeal: 'To deal with',
  nothing: 'Nothing to deal with. Have a good day!',
  absence: 'Absence to explain',
  refused: 'Answer not accepted',
  justify: 'Explain',
  answerAgain: 'Answer again',
  today: 'Today',
  todayOf: 'Today’s lessons',
  noLesson: 'No lessons today.',
  notInformed: 'You have no access to this child’s lessons. Please contact the school with any question.',
  timetable: 'Timetable',
  homework: 'Homework',
  cards: 'Report cards',
  nextHomework: (done: number, total: number) => `${total} ${total > 1 ? 'pieces of work' : 'piece of work'}, ${done} done`,
  seeHomework: 'See my homework',
  results: 'Results',
  absences: 'Absences',
  myChildren: 'My children',
  room: 'room',
  noChild: 'No child is linked to your account. Please contact the school office.',
  myDay: 'My lessons today',
};

export const homeTexts = (language: Language): HomeTexts => (language === 'en' ? en : fr);
