import type { Language } from '@preau/shared/directory/schema.ts';

const fr = {
  title: 'Rattrapage',
  lead: 'Ce qui a été fait en classe pendant l’absence, et le travail à rattraper.',
  pupils: 'Élèves',
  absences: 'Absences',
  away: (from: string, until: string) => (from === until ? `Absence du ${from}` : `Absence du ${from} au ${until}`),
  back: 'De retour',
  none: 'Aucune absence ces trois dernières semaines : rien à rattraper.',
  lessons: 'Cours manqués',
  notWritten: 'L’enseignant n’a encore rien écrit pour ce cours.',
  noLesson: 'Aucun cours n’est inscrit à l’emploi du temps pour ces jours.',
  documents: 'Documents',
  open: 'Ouvrir dans le cahier de textes',
  sections: { content: 'Fait en classe', before: 'À préparer avant', during: 'Pendant le cours', after: 'À faire après' },
  works: 'Travail à rattraper',
  noWork: 'Aucun travail n’a été donné ni attendu pendant cette absence.',
  usual: 'Attendu',
  proposed: 'Proposé : pour',
  toConfirm: 'Délai à confirmer par l’enseignant',
  decided: 'Nouveau délai donné par l’enseignant : pour',
  kept: 'Attendu pour',
  link: 'Rattraper ce qui a été manqué',
  homework: 'Voir tous les devoirs',
};

export type CatchUpTexts = typeof fr;

const en: CatchUpTexts = {
  title: 'Catching up',
  lead: 'What was done in class during the absence, and the work to catch up.',
  pupils: 'Pupils',
  absences: 'Absences',
  away: (from, until) => (from === until ? `Absence of ${from}` : `Absence from ${from} to ${until}`),
  back: 'Back on',
  none: 'No absence in the last three weeks: nothing to catch up.',
  lessons: 'Missed lessons',
  notWritten: 'The teacher has not written anything for this lesson yet.',
  noLesson: 'The timetable has no lesson on these days.',
  documents: 'Documents',
  open: 'Open in the class notebook',
  sections: { content: 'Done in class', before: 'To prepare before', during: 'During the lesson', after: 'To do afterwards' },
  works: 'Work to catch up',
  noWork: 'No work was given or due during this absence.',
  usual: 'Due',
  proposed: 'Proposed: for',
  toConfirm: 'Date to be confirmed by the teacher',
  decided: 'New date given by the teacher: for',
  kept: 'Due for',
  link: 'Catch up what was missed',
  homework: 'See all homework',
};

export const catchUpTexts = (language: Language): CatchUpTexts => (language === 'en' ? en : fr);
